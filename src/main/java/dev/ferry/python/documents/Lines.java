package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;

/** Lines of a text, whatever ends them. */
final class Lines {
  private Lines() {}

  /** A line without what ends it and without blanks before that. */
  record Line(int start, int end) {
    boolean isEmpty() {
      return start == end;
    }
  }

  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(new Line(start, trimEnd(text, start, end < 0 ? text.length() : end)));
      start = next;
    }
    return lines;
  }

  static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  static int trimEnd(String text, int from, int end) {
    int at = end;
    while (at > from && text.charAt(at - 1) <= ' ') {
      at--;
    }
    return at;
  }

  /** Where a comment begins that stands behind a blank, outside of quotes; the end where none. */
  static int beforeComment(String text, int from, int end) {
    char quote = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || (c == '\'' && (i == from || !isLetter(text.charAt(i - 1))))) {
        quote = c;
      } else if (c == '#' && (i == from || text.charAt(i - 1) <= ' ')) {
        return trimEnd(text, from, i);
      }
    }
    return end;
  }

  /** An apostrophe behind a letter opens no quote. */
  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c);
  }
}
