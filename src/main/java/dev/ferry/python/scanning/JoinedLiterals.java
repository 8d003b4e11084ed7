package dev.ferry.python.scanning;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts literals together that stand side by side, have a plus between them, or are joined or
 * formatted: {@code "a" + ".x"}, {@code ".".join(["a", "x"])}, {@code "%s.x" % "a"}, {@code
 * "{}.x".format("a")}; plain names among them are put as {@link ConstantNames} has them. Looks at a
 * few hundred bytes at most, and gives what begins a dotted name.
 */
final class JoinedLiterals {
  private static final int LONGEST = 300;
  private static final byte[] JOIN = ".join(".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FORMAT = ".format(".getBytes(StandardCharsets.US_ASCII);

  private final byte[] source;
  private final Found found;

  /** Up to where the last literal was read as a part of others. */
  private int read;

  private int at;
  private int lastEnd;

  /** Takes what literals say together. */
  interface Found {
    void add(String text, int start, int end);
  }

  JoinedLiterals(byte[] source, Found found) {
    this.source = source;
    this.found = found;
  }

  /** The text of a literal, without its quotes. */
  void read(int start, int end) {
    if (start < read || start == end || end - start > LONGEST) {
      return;
    }
    String before = nameBefore(start);
    if (before.isEmpty() && !mayGoOn(end)) {
      return;
    }
    String text = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    lastEnd = end;
    at = end + 1;
    if (!before.isEmpty()) {
      if (isName(text)) {
        sideBySide(before + text, start, true);
      }
    } else if (text.equals(".") && skips(JOIN)) {
      joined(start);
    } else if (text.contains("%s") && isAfterBlanks('%')) {
      formatted(text, "%s", start);
    } else if (text.contains("{}") && skips(FORMAT)) {
      formatted(text, "{}", start);
    } else if (text.contains("{0}") && skips(FORMAT)) {
      formatted(text, "{0}", start);
    } else if (isName(text)) {
      sideBySide(text, start, false);
    }
  }

  /** Most literals are followed by what ends them. */
  private boolean mayGoOn(int end) {
    if (end + 1 < source.length && source[end + 1] == source[end]) {
      return false; // three quotes
    }
    for (int i = end + 1; i < source.length; i++) {
      byte b = source[i];
      if (b == '+' || b == '%' || b == '.' || b == '"' || b == '\'') {
        return true;
      }
      if (!isBlank(b)) {
        return false;
      }
    }
    return false;
  }

  /** The plain name that has a plus between it and the literal, as it is put; empty without one. */
  private String nameBefore(int start) {
    int plus = blanksBefore(start - 2);
    if (plus < 1 || source[plus] != '+') {
      return "";
    }
    int last = blanksBefore(plus - 1);
    int first = last + 1;
    while (first > 0 && Bytes.isNamePart(source[first - 1])) {
      first--;
    }
    boolean plain =
        first <= last
            && Bytes.kind(source[first]) == Bytes.NAME_START
            && (first == 0 || source[first - 1] != '.');
    return plain
        ? ConstantNames.put(
            new String(source, first, last + 1 - first, StandardCharsets.ISO_8859_1))
        : "";
  }

  private int blanksBefore(int from) {
    int found = from;
    while (found >= 0 && isBlank(source[found])) {
      found--;
    }
    return found;
  }

  private void sideBySide(String first, int start, boolean many) {
    StringBuilder text = new StringBuilder(first);
    boolean several = many;
    boolean literals = true;
    while (true) {
      int before = at;
      boolean added = isAfterBlanks('+');
      if (added) {
        before = at;
      }
      String next = literal();
      if (next == null && added) {
        if (several && literals) {
          give(text.toString(), start); // what is known without the constant
        }
        literals = false;
        next = constant();
      }
      if (next == null || !isName(next) || text.length() > LONGEST) {
        at = before;
        break;
      }
      text.append(next);
      several = true;
    }
    if (several) {
      read = lastEnd;
      give(text.toString(), start);
    }
  }

  private void joined(int start) {
    StringBuilder text = new StringBuilder();
    boolean opens = isAfterBlanks('[') || isAfterBlanks('(');
    boolean literals = true;
    while (opens && text.length() < LONGEST) {
      String next = literal();
      if (next == null && literals && !text.isEmpty()) {
        give(text + ".", start);
      }
      literals &= next != null;
      next = next == null ? constant() : next;
      if (next == null || !isName(next)) {
        break;
      }
      text.append(text.isEmpty() ? "" : ".").append(next);
      opens = isAfterBlanks(',');
    }
    boolean closes = isAfterBlanks(']') || isAfterBlanks(')');
    if (!text.isEmpty()) {
      give(closes ? text.toString() : text + ".", start);
    }
  }

  private void formatted(String template, String mark, int start) {
    isAfterBlanks('(');
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int gap = template.indexOf(mark); gap >= 0; gap = template.indexOf(mark, from)) {
      text.append(template, from, gap);
      String value = literal();
      if (value == null) {
        give(text.substring(0, text.lastIndexOf(".") + 1), start);
        value = constant();
      }
      if (value == null) {
        return;
      }
      text.append(value);
      from = gap + mark.length();
      isAfterBlanks(',');
    }
    give(text.append(template, from, template.length()).toString(), start);
  }

  private void give(String text, int start) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (ConstantNames.isPut(text) || (text.indexOf('.') > 0 && isName(name))) {
      found.add(text, start, lastEnd);
    }
  }

  /** The text of the literal that stands here, if one does, without prefix and of one line. */
  private @Nullable String literal() {
    skipBlanks();
    if (at >= source.length || (source[at] != '"' && source[at] != '\'')) {
      return null;
    }
    byte mark = source[at];
    int start = at + 1;
    int end = start;
    while (end < source.length
        && source[end] != mark
        && Bytes.kind(source[end]) != Bytes.LINE_END) {
      end++;
    }
    if (end >= source.length || source[end] != mark) {
      return null;
    }
    lastEnd = end;
    at = end + 1;
    return new String(source, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** The plain name that stands here, as it is put. */
  private @Nullable String constant() {
    skipBlanks();
    int start = at;
    int end = start;
    while (end < source.length && Bytes.isNamePart(source[end])) {
      end++;
    }
    boolean plain =
        end > start
            && Bytes.kind(source[start]) == Bytes.NAME_START
            && (end == source.length || "([.'\"".indexOf(source[end]) < 0);
    if (!plain) {
      return null;
    }
    at = end;
    return ConstantNames.put(new String(source, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private boolean isAfterBlanks(char wanted) {
    int before = at;
    skipBlanks();
    boolean found = at < source.length && source[at] == wanted;
    at = found ? at + 1 : before;
    return found;
  }

  private boolean skips(byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (at + i >= source.length || source[at + i] != wanted[i]) {
        return false;
      }
    }
    at += wanted.length;
    return true;
  }

  private void skipBlanks() {
    while (at < source.length && isBlank(source[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == '\\' || Bytes.kind(b) == Bytes.BLANK || Bytes.kind(b) == Bytes.LINE_END;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean named = c < 128 && Bytes.isNamePart((byte) c);
      if (c != '.' && !named && !ConstantNames.isMark(c)) {
        return false;
      }
    }
    return true;
  }
}
