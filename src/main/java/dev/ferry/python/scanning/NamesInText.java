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

  /** The text of a literal, or a fixed part of one; what follows a backslash belongs to it. */
  void read(int start, int end) {
    if (end - start > LONGEST_TEXT) {
      return;
    }
    boolean named = false;
    int at = start;
    while (at < end) {
      if (!PART[source[at] & 0xFF]) {
        at += source[at] == '\\' ? 2 : 1;
        continue;
      }
      int from = at;
      boolean separated = false;
      while (at < end && PART[source[at] & 0xFF]) {
        separated |= source[at] == '.' || source[at] == '/';
        at++;
      }
      if ((separated || named) && at - from <= LONGEST) {
        run(from, at, named);
      }
      named = at - from == 2 && source[from] == '-' && source[from + 1] == 'm';
    }
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
