package dev.ferry.python.rewriting;

import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Dotted names as strings; the empty name is what stands above the top-level modules. */
final class DottedNames {
  private DottedNames() {}

  static String join(String package_, String name) {
    if (package_.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? package_ : package_ + "." + name;
  }

  /** The name without its last segment. */
  static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static int length(String name) {
    return name.isEmpty() ? 0 : (int) name.chars().filter(c -> c == '.').count() + 1;
  }

  /** Whether {@code name} is {@code prefix} or begins with it and a dot. */
  static boolean isWithin(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length() || name.charAt(prefix.length()) == '.');
  }

  /** So many levels up; null where that leads beyond the top-level package. */
  static @Nullable String ancestor(String package_, int levels) {
    String current = package_;
    for (int i = 0; i < levels && !current.isEmpty(); i++) {
      current = parent(current);
    }
    return current.isEmpty() ? null : current;
  }

  /** Whether one of the names is {@code prefix} or begins with it and a dot. */
  static boolean anyWithin(NavigableSet<String> names, String prefix) {
    // no character of a name sorts before the dot
    String first = names.ceiling(prefix);
    return first != null && isWithin(first, prefix);
  }
}
