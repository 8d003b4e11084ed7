package dev.ferry.python.documents;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Code that stands in some other text, without what that text adds to it: the indentation of its
 * lines and the escapes of the shell around it. Each byte knows its place in the text.
 */
final class PlacedCode {
  private final String text;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private int[] places = new int[256];
  private final int start;
  private final int end;
  private final boolean escapes;
  private String margin = "";

  /**
   * @param text the file's bytes, one character each
   * @param escapes whether a backslash before a quote, a dollar or the end of a line is one of the
   *     shell's
   */
  PlacedCode(String text, int start, int end, boolean escapes) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.escapes = escapes;
    boolean wholeLines = start == 0 || text.charAt(start - 1) == '\n';
    int column = wholeLines ? indentation(start) : indentation(text.indexOf('\n', start) + 1);
    int from = start;
    while (from < end) {
      int newline = text.indexOf('\n', from);
      int lineEnd = newline < 0 || newline >= end ? end : newline + 1;
      boolean first = from == start && !wholeLines;
      line(first ? from : behindMargin(from, lineEnd, column), lineEnd);
      from = lineEnd;
    }
    put('\n', end);
  }

  /** How far the first line from here on that is not blank stands from the margin. */
  private int indentation(int from) {
    int at = from;
    int line = from;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
      line = text.charAt(at - 1) == '\n' ? at : line;
    }
    margin = text.substring(Math.min(line, at), at);
    return at - line;
  }

  private int behindMargin(int from, int lineEnd, int column) {
    int at = from;
    while (at < lineEnd && at - from < column && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private void line(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean escaped = escapes && c == '\\' && i + 1 < to;
      if (escaped && "\"\\$`".indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        put(text.charAt(i), i);
      } else if (c == '$' && i + 1 < to) {
        i = variable(i, to);
      } else {
        put(c, i);
      }
    }
  }

  /** What is put in for a variable is not known; where code may stand, a name is. */
  private int variable(int from, int to) {
    char opening = text.charAt(from + 1);
    int closing =
        opening == '{' ? text.indexOf('}', from) : opening == '(' ? text.indexOf(')', from) : -1;
    int last = closing >= 0 && closing < to ? closing : from;
    for (int i = from; i <= last; i++) {
      put('_', i);
    }
    return last;
  }

  private void put(char c, int place) {
    if (code.size() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[code.size()] = place;
    code.write(c);
  }

  byte[] bytes() {
    return code.toByteArray();
  }

  /** Whether it stands on several lines of the text. */
  boolean isOnSeveralLines() {
    int newline = text.indexOf('\n', start);
    return newline >= 0 && newline < end;
  }

  /**
   * A replacement as the text has it: lines behind the margin, and statements of one line behind
   * semicolons.
   *
   * @param place where it is put
   */
  String spelled(String fresh, int place) {
    boolean behind = place == end && fresh.endsWith("\n");
    String statements = behind ? fresh.substring(0, fresh.length() - 1) : fresh;
    if (!isOnSeveralLines()) {
      return (behind ? "; " : "") + statements.replace("\n", "; ");
    }
    String lines = statements.replace("\n", "\n" + margin);
    boolean ownLine = place > 0 && text.charAt(place - 1) == '\n';
    return !behind ? lines : ownLine ? margin + lines + "\n" : "\n" + margin + lines;
  }

  /** Where a byte of the code stands in the text. */
  int place(int offset) {
    return places[Math.min(offset, code.size() - 1)];
  }

  /** Where the bytes before this one end in the text. */
  int placeOfEnd(int from, int to) {
    return from == to ? place(from) : places[to - 1] + 1;
  }
}
