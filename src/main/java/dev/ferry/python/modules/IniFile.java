package dev.ferry.python.modules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The sections of a setup.cfg, pytest.ini or tox.ini, as Python's {@code configparser} reads them:
 * keys in any case, values that go on in indented lines, whole-line comments. Lines that fit
 * nowhere are passed over.
 */
final class IniFile {
  private final Map<String, Map<String, String>> sections = new HashMap<>();

  private IniFile() {}

  static IniFile parse(String text) {
    IniFile file = new IniFile();
    Map<String, String> section = new HashMap<>();
    String key = "";
    for (String line : text.lines().toList()) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
        continue;
      }
      boolean indented = Character.isWhitespace(line.charAt(0));
      int separator = separator(content);
      if (content.startsWith("[") && content.endsWith("]")) {
        section = new HashMap<>();
        file.sections.put(content.substring(1, content.length() - 1).strip(), section);
        key = "";
      } else if (indented && !key.isEmpty()) {
        section.merge(key, content, (value, more) -> value + "\n" + more);
      } else if (separator > 0) {
        key = content.substring(0, separator).strip().toLowerCase(Locale.ROOT);
        section.put(key, content.substring(separator + 1).strip());
      }
    }
    return file;
  }

  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }

  /** The value, lines of a long one separated by line feeds; empty where there is none. */
  String value(String section, String key) {
    return sections.getOrDefault(section, Map.of()).getOrDefault(key, "").strip();
  }
}
