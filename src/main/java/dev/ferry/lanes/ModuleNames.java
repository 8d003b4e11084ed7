package dev.ferry.lanes;

/** Dotted names, compared part by part: a package stands before all that lies in it. */
final class ModuleNames {
  private ModuleNames() {}

  /** An order in which a package and its descendants are neighbours, whatever characters follow. */
  static int compare(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Integer.compare(a == '.' ? 0 : a, b == '.' ? 0 : b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Whether {@code name} is {@code ancestor} or lies in it. */
  static boolean isWithin(String name, String ancestor) {
    return name.startsWith(ancestor)
        && (name.length() == ancestor.length() || name.charAt(ancestor.length()) == '.');
  }

  /** The package that holds the module; empty at the top. */
  static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** The last part. */
  static String tail(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The first part. */
  static String top(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
