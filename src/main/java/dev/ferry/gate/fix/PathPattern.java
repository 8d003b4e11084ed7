package dev.ferry.gate.fix;

import java.util.regex.Pattern;

/**
 * A glob over paths of a repository: {@code *} and {@code ?} stay within one name, {@code **} as a
 * whole name stands for any number of folders, also none; everything else is taken literally.
 * Matching is by bytes as git has it, so case counts.
 */
public final class PathPattern {
  private final String glob;
  private final Pattern pattern;

  private PathPattern(String glob) {
    this.glob = glob;
    this.pattern = Pattern.compile(expression(glob), Pattern.DOTALL);
  }

  /**
   * @param glob seen from the repository's root; a trailing slash means all below
   */
  public static PathPattern of(String glob) {
    return new PathPattern(glob);
  }

  /** A pattern that matches this path only, whatever characters it holds. */
  public static PathPattern literally(String path) {
    return new PathPattern(path.replaceAll("[*?\\\\]", "\\\\$0"));
  }

  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String expression(String glob) {
    String whole = glob.endsWith("/") ? glob + "**" : glob;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      boolean atName = i == 0 || whole.charAt(i - 1) == '/';
      if (atName && whole.startsWith("**/", i)) {
        out.append("(?:[^/]+/)*");
        i += 2;
      } else if (atName && whole.substring(i).equals("**")) {
        out.append(".+");
        i++;
      } else if (c == '*') {
        out.append("[^/]*");
      } else if (c == '?') {
        out.append("[^/]");
      } else {
        boolean escaped = c == '\\' && i + 1 < whole.length();
        out.append(Pattern.quote(String.valueOf(escaped ? whole.charAt(++i) : c)));
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && glob.equals(that.glob);
  }

  @Override
  public int hashCode() {
    return glob.hashCode();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return glob;
  }
}
