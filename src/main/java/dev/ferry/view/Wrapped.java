package dev.ferry.view;

/** Text fitted to a width. */
final class Wrapped {
  private Wrapped() {}

  /** Lines of at most {@code width} characters, each with its end; longer words stay whole. */
  static String at(int width, String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > width) {
        out.append('\n');
        column = 0;
      }
      if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    return out.append('\n').toString();
  }

  /** At most {@code width} characters; a cut text keeps its end, which tells paths apart. */
  static String keepEnd(int width, String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= width || width < 2) {
      return text;
    }
    return "…" + text.substring(text.offsetByCodePoints(0, length - width + 1));
  }

  /** At most {@code width} characters; a cut text keeps its beginning. */
  static String keepStart(int width, String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= width || width < 2) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }
}
