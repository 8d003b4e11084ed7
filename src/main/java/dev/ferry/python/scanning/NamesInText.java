package dev.ferry.python.scanning;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collects the dotted names and the paths that stand within longer texts: command lines, prose, the
 * fixed parts of f-strings, bytes. Each is kept once, without its place.
 */
final class NamesInText {
  /** Longer ones are data. */
  private static final int LONGEST_TEXT = 1 << 18;

  private static final int LONGEST = 200;

  private static final boolean[] PART = parts();

  private final Source text;
  private final byte[] source;
  private final Set<String> found = new LinkedHashSet<>();

  /** Where the text begins that is read. */
  private int textStart;

  NamesInText(Source text) {
    this.text = text;
    this.source = text.bytes();
  }

  private static boolean[] parts() {
    boolean[] parts = new boolean[256];
    for (int b = 0; b < 256; b++) {
      parts[b] = Bytes.isNamePart((byte) b) || b == '.' || b == '/' || b == '-';
    }
    return parts;
  }

  Set<String> found() {
    return found;
  }

  void add(String name) {
    found.add(name);
  }

  /** The text of a literal, or a fixed part of one; a letter behind a backslash belongs to that. */
  void read(int start, int end) {
    if (end - start > LONGEST_TEXT) {
      return;
    }
    int at = start;
    int done = start;
    textStart = start;
    while (at < end) {
      byte b = source[at];
      if (b <= '/' && b >= '-') {
        int found = b == '-' ? behindFlag(at, start, end) : separated(at, done, end);
        done = Math.max(done, found);
        at = Math.max(at, found - 1);
      }
      at++;
    }
  }

  /** The end of the run around a separator. */
  private int separated(int separator, int least, int end) {
    int from = separator;
    while (from > least && PART[source[from - 1] & 0xFF]) {
      from--;
    }
    if (from > least && source[from - 1] == '\\') {
      from++;
    }
    int to = endOfRun(separator, end);
    if (to - from <= LONGEST && from < separator + 1) {
      run(from, to, false);
      if (to < end && source[to] == '*') {
        pattern(from, to, end);
      }
    }
    if (source[separator] == '.' && separator > least && source[separator - 1] == '\\') {
      escaped(separator, textStart, end);
    }
    return to;
  }

  /** A path or name with wildcards. */
  private void pattern(int from, int wildcard, int end) {
    int to = wildcard;
    while (to < end && (PART[source[to] & 0xFF] || source[to] == '*' || source[to] == '?')) {
      to++;
    }
    if (to - from <= LONGEST) {
      found.add(text.text(from, to));
    }
  }

  /** The name around an escaped dot, as a regular expression has it: {@code a\\.b}. */
  private void escaped(int dot, int start, int end) {
    int from = beforeEscape(dot);
    int last = from;
    while (last > start && (Bytes.isNamePart(source[last - 1]) || source[last - 1] == '/')) {
      last--;
    }
    boolean afterLetter = last > start && source[last - 1] == '\\';
    int first = afterLetter ? last + 1 : last;
    boolean goesOn = first > start && source[first - 1] == '.';
    if (first >= from || goesOn || Bytes.kind(source[first]) != Bytes.NAME_START) {
      return;
    }
    StringBuilder name = new StringBuilder(text.text(first, from));
    int at = dot;
    while (at + 1 < end && source[at] == '.' && Bytes.kind(source[at + 1]) == Bytes.NAME_START) {
      int to = at + 1;
      while (to < end && Bytes.isNamePart(source[to])) {
        to++;
      }
      name.append('.').append(text.text(at + 1, to));
      at = to;
      while (at + 1 < end && source[at] == '\\') {
        at++;
      }
    }
    if (name.indexOf(".") > 0 && name.length() <= LONGEST) {
      found.add(name.toString());
    }
  }

  /** Where the backslashes begin that escape a character. */
  private int beforeEscape(int escaped) {
    int at = escaped;
    while (at > 0 && source[at - 1] == '\\') {
      at--;
    }
    return at;
  }

  /** The end of a word of one segment that follows {@code -m}, or the start where none does. */
  private int behindFlag(int dash, int start, int end) {
    boolean flag =
        dash + 3 < end
            && source[dash + 1] == 'm'
            && Bytes.kind(source[dash + 2]) == Bytes.BLANK
            && (dash == start || !PART[source[dash - 1] & 0xFF]);
    if (!flag) {
      return dash;
    }
    int from = dash + 3;
    while (from < end && Bytes.kind(source[from]) == Bytes.BLANK) {
      from++;
    }
    int to = endOfRun(from, end);
    if (to - from <= LONGEST && indexOf('.', from, to) < 0 && indexOf('/', from, to) < 0) {
      run(from, to, true);
      return to;
    }
    return from;
  }

  private int endOfRun(int from, int end) {
    int to = from;
    while (to < end && PART[source[to] & 0xFF]) {
      to++;
    }
    return to;
  }

  /**
   * @param named whether it stands behind {@code -m}, so that one segment is a name too
   */
  private void run(int start, int end, boolean named) {
    int from = start;
    while (from < end && source[from] == '-') {
      from++;
    }
    int to = end;
    while (to > from && !Bytes.isNamePart(source[to - 1])) {
      to--;
    }
    boolean external = to - from > 2 && source[from] == '/' && source[from + 1] == '/';
    if (external && from > 3 && source[from - 1] == ':' && source[from - 2] == 't') {
      name(from + 2, to, true); // ext://a.b
      return;
    }
    if (indexOf('/', from, to) >= 0) {
      path(from, to);
      return;
    }
    name(from, to, named);
    boolean glued = from == start + 1 && to > from + 2 && "pm".indexOf(source[from]) >= 0;
    if (glued) {
      name(from + 1, to, false); // -pa.b
    }
  }

  /** Relative to the root, or a path of which only the end may be known here. */
  private void path(int start, int end) {
    int from = start;
    while (from + 1 < end && source[from] == '.' && source[from + 1] == '/') {
      from += 2;
    }
    boolean address = end - from > 1 && source[from] == '/' && source[from + 1] == '/';
    if (!address && indexOf('/', from, end) >= 0) {
      found.add(text.text(from, end));
    }
  }

  private void name(int start, int end, boolean named) {
    int at = start;
    int segments = 0;
    int last = start;
    while (at < end && Bytes.kind(source[at]) == Bytes.NAME_START) {
      while (at < end && Bytes.isNamePart(source[at])) {
        at++;
      }
      last = at;
      segments++;
      if (at == end || source[at] != '.') {
        break;
      }
      at++;
    }
    if (segments > 1 || (named && segments == 1)) {
      found.add(text.text(start, last));
    }
  }

  private int indexOf(char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (source[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
