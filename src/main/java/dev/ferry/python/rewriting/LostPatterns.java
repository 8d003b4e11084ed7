package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Paths and names with wildcards that met something that moves and do not meet it where it goes.
 * They may be meant for others too, so nothing is rewritten.
 */
final class LostPatterns {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+\\.\\*");

  private final Relocation relocation;
  private final ModuleNames names;

  /**
   * What is no longer met.
   *
   * @param now where it will be
   */
  record Lost(String old, String now) {}

  LostPatterns(Relocation relocation, ModuleNames names) {
    this.relocation = relocation;
    this.names = names;
  }

  /** The first thing that the pattern loses. */
  Optional<Lost> by(String pattern) {
    if (pattern.indexOf('/') > 0) {
      return path(pattern);
    }
    return NAME.matcher(pattern).matches()
        ? name(pattern.substring(0, pattern.length() - 1))
        : Optional.empty();
  }

  private Optional<Lost> path(String pattern) {
    String fixed = pattern.substring(0, firstWildcard(pattern));
    Pattern met = null;
    for (Map.Entry<String, String> moved : new TreeMap<>(relocation.paths()).entrySet()) {
      if (moved.getKey().startsWith(fixed)) {
        met = met == null ? Pattern.compile(expression(pattern)) : met;
        if (met.matcher(moved.getKey()).matches() && !met.matcher(moved.getValue()).matches()) {
          return Optional.of(new Lost(moved.getKey(), moved.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Lost> name(String beginning) {
    for (String path : new TreeMap<>(relocation.paths()).keySet()) {
      for (String module : relocation.before().namesOf(path)) {
        String now = module.startsWith(beginning) ? names.moved(module) : module;
        if (!now.equals(module) && !now.startsWith(beginning)) {
          return Optional.of(new Lost(module, now));
        }
      }
    }
    return Optional.empty();
  }

  private static int firstWildcard(String pattern) {
    int star = pattern.indexOf('*');
    int mark = pattern.indexOf('?');
    return mark >= 0 && mark < star ? mark : star;
  }

  private static String expression(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (pattern.startsWith("**/", i)) {
        text.append("(?:.*/)?");
        i += 2;
      } else if (pattern.startsWith("**", i)) {
        text.append(".*");
        i++;
      } else if (c == '*') {
        text.append("[^/]*");
      } else if (c == '?') {
        text.append("[^/]");
      } else {
        text.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return text.toString();
  }
}
