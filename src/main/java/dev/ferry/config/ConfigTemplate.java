package dev.ferry.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code ferry.yaml} that {@code ferry init} writes: every key with what it is for and its
 * default, commented out, so that the file says nothing until somebody makes it.
 */
public final class ConfigTemplate {
  private static final int WIDTH = 90;

  private ConfigTemplate() {}

  /**
   * The file's text.
   *
   * @param found values to be set, by key, as YAML has them: what init found out
   */
  public static String text(Map<String, String> found) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # ferry.yaml: how modules move across this repository.
        # Every key has a default, shown here behind a '#'. Take the '#' off to change one.
        # ferry doctor says which values count and where each came from.
        """);
    Set<String> written = new HashSet<>();
    for (Setting<?> setting : Settings.all()) {
      if (setting.group().isEmpty()) {
        out.append('\n');
        entry(out, setting, "", found);
      } else if (written.add(setting.group())) {
        group(out, setting.group(), found);
      }
    }
    return out.toString();
  }

  private static void group(StringBuilder out, String group, Map<String, String> found) {
    boolean live = found.keySet().stream().anyMatch(key -> key.startsWith(group + "."));
    out.append('\n').append(live ? "" : "#").append(group).append(":\n");
    for (Setting<?> setting : Settings.all()) {
      if (setting.group().equals(group)) {
        entry(out, setting, "  ", found);
      }
    }
  }

  private static void entry(
      StringBuilder out, Setting<?> setting, String indent, Map<String, String> found) {
    comment(out, indent, setting.says());
    String value = found.get(setting.key());
    boolean live = value != null;
    String text = value != null ? value : setting.standardText();
    // an optional text has no default to show: an empty one would be a value
    String shown = text.equals("\"\"") && setting.standard() instanceof Optional ? "" : text;
    out.append(live ? indent : "#" + indent).append(setting.name()).append(':');
    out.append(shown.isEmpty() ? "" : " " + shown).append('\n');
  }

  private static void comment(StringBuilder out, String indent, String says) {
    StringBuilder line = new StringBuilder();
    for (String word : says.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        out.append("# ").append(indent).append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.append("# ").append(indent).append(line).append('\n');
  }
}
