package dev.ferry.python.scanning;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dotted names in code that stands in a docstring's examples or in a type comment. */
final class CodeInText {
  private static final Pattern FROM =
      Pattern.compile("from\\s+([\\w.]+)\\s+import\\s+\\(?\\s*(.*)");

  private static final Pattern PLAIN_IMPORT = Pattern.compile("\\bimport\\s+(\\w+)");

  private static final Pattern NAME = Pattern.compile("[^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)+");

  private static final Pattern IDENTIFIER = Pattern.compile("[^\\W\\d]\\w*");

  /** Longer than the lines that somebody writes into an example. */
  private static final int LONGEST_LINE = 500;

  private final byte[] source;
  private final int start;
  private final int end;

  /** Hears of one name; the range is that of the line that spells it. */
  interface Found {
    void name(String text, int from, int to);
  }

  CodeInText(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /**
   * Tells all names.
   *
   * @param isComment whether the text is one line of code; it is searched for examples otherwise
   */
  void names(boolean isComment, Found found) {
    if (isComment) {
      line(start, end, found);
      return;
    }
    int from = start;
    while (from < end) {
      int to = from;
      while (to < end && source[to] != '\n' && source[to] != '\r') {
        to++;
      }
      int code = from;
      while (code < to && (source[code] == ' ' || source[code] == '\t')) {
        code++;
      }
      boolean prompted = code + 3 < to && source[code] == source[code + 1];
      if (prompted && source[code] == source[code + 2] && isPrompt(source[code])) {
        line(code + 3, to, found);
      }
      from = to + 1;
    }
  }

  private static boolean isPrompt(byte b) {
    return b == '>' || b == '.';
  }

  private void line(int from, int to, Found found) {
    if (to - from > LONGEST_LINE) {
      return;
    }
    String text = new String(source, from, to - from, StandardCharsets.UTF_8);
    Matcher import_ = FROM.matcher(text);
    if (import_.find()) {
      Matcher name = IDENTIFIER.matcher(import_.group(2));
      while (name.find()) {
        found.name(import_.group(1) + "." + name.group(), from, to);
      }
    }
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      found.name(name.group(), from, to);
    }
    Matcher plain = PLAIN_IMPORT.matcher(text);
    while (plain.find()) {
      found.name(plain.group(1), from, to);
    }
  }
}
