package dev.ferry.lanes;

import java.util.function.UnaryOperator;

/**
 * A module, or many by wildcards: {@code *} stands for one part of a name, {@code **} for one or
 * more.
 */
public record ModuleExpression(String text) implements Comparable<ModuleExpression> {
  /** Why a text is no expression. */
  enum Fault {
    /** {@code foo*}: a wildcard stands for whole parts. */
    PARTLY,
    /** {@code *.**}, {@code **.*}, {@code **.**}. */
    FOLLOWED,
    /** An empty part, or a character that no name has. */
    NO_NAME,
    NONE
  }

  static Fault faultOf(String text) {
    String before = "";
    for (String part : text.split("\\.", -1)) {
      boolean wildcard = part.equals("*") || part.equals("**");
      if (before.equals("**") && wildcard || before.equals("*") && part.equals("**")) {
        return Fault.FOLLOWED;
      }
      if (!wildcard && part.contains("*")) {
        return Fault.PARTLY;
      }
      if (part.isEmpty() || part.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',')) {
        return Fault.NO_NAME;
      }
      before = part;
    }
    return Fault.NONE;
  }

  boolean hasWildcard() {
    return text.indexOf('*') >= 0;
  }

  boolean matches(String name) {
    return hasWildcard()
        ? matches(text.split("\\.", -1), 0, name.split("\\.", -1), 0)
        : text.equals(name);
  }

  private static boolean matches(String[] pattern, int p, String[] name, int n) {
    if (p == pattern.length) {
      return n == name.length;
    }
    if (n == name.length) {
      return false;
    }
    if (pattern[p].equals("**")) {
      return matches(pattern, p + 1, name, n + 1) || matches(pattern, p, name, n + 1);
    }
    return (pattern[p].equals("*") || pattern[p].equals(name[n]))
        && matches(pattern, p + 1, name, n + 1);
  }

  /** With another name; one with wildcards means what it finds and stays as it is. */
  ModuleExpression renamed(UnaryOperator<String> names) {
    return hasWildcard() ? this : new ModuleExpression(names.apply(text));
  }

  @Override
  public int compareTo(ModuleExpression other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
