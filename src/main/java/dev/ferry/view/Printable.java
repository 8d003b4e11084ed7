package dev.ferry.view;

/**
 * Text of a repository made safe for a terminal: a file name or a test's output must not move the
 * cursor, recolour the screen, reverse the reading direction or pretend to be a line of ferry's.
 */
public final class Printable {
  private Printable() {}

  /** One line: control characters, line ends and direction marks become visible escapes. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Several lines: as {@link #line}, but line feeds and tabs stay. */
  public static String block(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean linesStay) {
    if (text.chars().noneMatch(Printable::isSuspect)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmful(c) && !(linesStay && (c == '\n' || c == '\t'))) {
                appendEscape(out, c);
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isSuspect(int c) {
    return c < 0x20 || c >= 0x7F;
  }

  private static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void appendEscape(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c >= 0xDC80 && c <= 0xDCFF) {
          out.append("\\x%02x".formatted(c & 0xFF)); // a byte that is not UTF-8, see RepoPaths
        } else if (c < 0x100) {
          out.append("\\x%02x".formatted(c));
        } else {
          out.append("\\u%04x".formatted(c));
        }
      }
    }
  }
}
