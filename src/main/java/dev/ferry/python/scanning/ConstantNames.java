package dev.ferry.python.scanning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names of constants and literals say together: {@code f"{PACKAGE}.x"} and {@code PACKAGE +
 * ".x"} beside {@code PACKAGE = "labs"}. Answers too often rather than too rarely: whether the
 * constant is one is for others to judge.
 */
final class ConstantNames {
  private static final int LONGEST = 300;
  private static final char OPEN = '\u0001';
  private static final char CLOSE = '\u0002';

  private final byte[] source;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> templates = new ArrayList<>();

  ConstantNames(byte[] source) {
    this.source = source;
  }

  /** The name of a constant where its value will stand. */
  static String put(String name) {
    return OPEN + name + CLOSE;
  }

  static boolean isPut(String text) {
    return text.indexOf(OPEN) >= 0;
  }

  static boolean isMark(char c) {
    return c == OPEN || c == CLOSE;
  }

  /** The text of a literal without its quotes: remembered where a name is bound to it. */
  void read(int start, int end) {
    int at = blanksBefore(start - 2);
    if (at < 1 || source[at] != '=' || end - start > LONGEST || !isName(start, end)) {
      return;
    }
    String name = nameBefore(blanksBefore(at - 1));
    if (name != null) {
      values.putIfAbsent(name, text(start, end));
    }
  }

  /** The name that is assigned to, or that has a type which ends here. */
  private @Nullable String nameBefore(int last) {
    int first = first(last);
    int before = blanksBefore(first - 1);
    if (first <= last && before >= 0 && source[before] == ':') {
      int lastOfName = blanksBefore(before - 1);
      return first(lastOfName) <= lastOfName && beginsLine(first(lastOfName))
          ? text(first(lastOfName), lastOfName + 1)
          : null;
    }
    return first <= last && beginsLine(first) ? text(first, last + 1) : null;
  }

  private int first(int last) {
    int first = last + 1;
    while (first > 0 && Bytes.isNamePart(source[first - 1])) {
      first--;
    }
    return first;
  }

  private boolean beginsLine(int first) {
    int before = blanksBefore(first - 1);
    return before < 0 || source[before] == ';' || Bytes.kind(source[before]) == Bytes.LINE_END;
  }

  private int blanksBefore(int from) {
    int at = from;
    while (at >= 0 && Bytes.kind(source[at]) == Bytes.BLANK) {
      at--;
    }
    return at;
  }

  private boolean isName(int start, int end) {
    for (int i = start; i < end; i++) {
      if (source[i] != '.' && !Bytes.isNamePart(source[i])) {
        return false;
      }
    }
    return end > start;
  }

  /** An f-string, without its quotes. */
  void readFormatted(int start, int end) {
    if (end - start > LONGEST) {
      return;
    }
    StringBuilder text = new StringBuilder();
    int at = start;
    while (at < end) {
      int close = source[at] == '{' ? endOfName(at + 1, end) : 0;
      if (close > at + 1 && source[close] == '}') {
        text.append(put(text(at + 1, close)));
        at = close + 1;
      } else {
        text.append((char) (source[at] & 0xFF));
        at++;
      }
    }
    add(text.toString());
  }

  private int endOfName(int from, int end) {
    int at = from;
    while (at < end - 1 && Bytes.isNamePart(source[at])) {
      at++;
    }
    return at;
  }

  /** A text in which names of constants are put: the words of it that hold some. */
  void add(String text) {
    for (String word :
        isPut(text) ? text.split("[^\\w.\\x01\\x02\\x80-\\xff]+", -1) : new String[0]) {
      if (isPut(word)) {
        templates.add(word);
      }
    }
  }

  /** The names that are known, up to the first constant that is not. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String template : templates) {
      String name = filled(template);
      while (name.endsWith(".")) {
        name = name.substring(0, name.length() - 1);
      }
      if (name.indexOf('.') > 0) {
        names.add(name);
      }
    }
    return names;
  }

  private String filled(String template) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, from)) {
      int close = template.indexOf(CLOSE, open);
      text.append(template, from, open);
      String value = values.get(template.substring(open + 1, close));
      if (value == null) {
        return text.substring(0, text.lastIndexOf(".") + 1);
      }
      text.append(value);
      from = close + 1;
    }
    return text.append(template, from, template.length()).toString();
  }

  private String text(int start, int end) {
    return new String(source, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
