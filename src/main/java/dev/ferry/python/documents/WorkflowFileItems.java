package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strings of a Snakefile, by the directive that they stand behind. */
final class WorkflowFileItems {
  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n"
              + "]*|\"\"\"(.*?)\"\"\"|'''(.*?)'''|\"([^\"\\\\\\n"
              + "]*+(?:\\\\.[^\"\\\\\\n"
              + "]*+)*+)\"|'([^'\\\\\\n"
              + "]*+(?:\\\\.[^'\\\\\\n"
              + "]*+)*+)'|^[ \\t]*([a-z_]+):",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final int STRINGS = 4;

  private WorkflowFileItems() {}

  static List<Item> read(String text) {
    List<Item> items = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    String directive = "";
    while (token.find()) {
      if (token.group(STRINGS + 1) != null) {
        directive = token.group(STRINGS + 1);
      }
      for (int group = 1; group <= STRINGS; group++) {
        if (token.group(group) != null && token.start(group) < token.end(group)) {
          items.add(new Item(List.of(directive), false, 0, token.start(group), token.end(group)));
        }
      }
    }
    return items;
  }
}
