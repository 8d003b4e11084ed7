package dev.ferry.gate.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A member that an object may have.
 *
 * @param from the first minor version of 3 that has it
 * @param requiredBelow the first minor version in which it may be left out
 */
record Member(Form form, int from, int requiredBelow) {
  private static final int ALWAYS = Integer.MAX_VALUE;

  boolean isRequiredIn(int minor) {
    return minor < requiredBelow;
  }

  /**
   * Members as {@code name:form}; {@code name!} is required, {@code name!0} in 3.0 only, {@code
   * name+1} is there from 3.1 on.
   */
  static Map<String, Member> parsed(String table) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (String entry : table.split("\\s+", -1)) {
      int colon = entry.indexOf(':');
      if (colon > 0) {
        String name = entry.substring(0, colon);
        int from = name.endsWith("+1") ? 1 : 0;
        int below = name.endsWith("!") ? ALWAYS : name.endsWith("!0") ? 1 : 0;
        Form form = Form.parsed(entry.substring(colon + 1));
        members.put(name.replaceAll("(!0?|\\+1)$", ""), new Member(form, from, below));
      }
    }
    return members;
  }
}
