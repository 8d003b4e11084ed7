package dev.ferry.python.documents;

/** The lines of a YAML file that belong to one mapping, by their columns. */
final class YamlBlock {
  private YamlBlock() {}

  /** The column of the first key of the line in which this stands, behind the dashes of lists. */
  static int column(String text, int at) {
    int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int from = line;
    while (from < text.length() && (text.charAt(from) == ' ' || isDash(text, from))) {
      from++;
    }
    return from - line;
  }

  /** Where the mapping begins of which a line at this column is part. */
  static int start(String text, int at, int column) {
    int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    while (line > 0 && !isElement(text, line, column)) {
      int previous = text.lastIndexOf('\n', line - 2) + 1;
      if (!isBlank(text, previous)
          && indentation(text, previous) < column
          && !isElement(text, previous, column)) {
        break;
      }
      line = previous;
    }
    return line;
  }

  /** Where it ends. */
  static int end(String text, int at, int column) {
    int line = text.indexOf('\n', at) + 1;
    while (line > 0 && line < text.length()) {
      if (!isBlank(text, line) && indentation(text, line) < column) {
        return line;
      }
      line = text.indexOf('\n', line) + 1;
    }
    return text.length();
  }

  /** Whether the line begins an element of a list whose keys stand at this column. */
  private static boolean isElement(String text, int line, int column) {
    int from = line + indentation(text, line);
    return from < text.length() && isDash(text, from) && column(text, from + 1) == column;
  }

  private static boolean isDash(String text, int at) {
    return text.charAt(at) == '-' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
  }

  private static boolean isBlank(String text, int line) {
    int at = line;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '#';
  }

  private static int indentation(String text, int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - line;
  }
}
