package dev.ferry.python.scanning;

/**
 * Puts literals together that are components of one path: {@code "a" / "b.py"}, {@code join(x, "a",
 * "b.py")}, {@code Path("a").joinpath("b.py")}. Looks at what stands between two literals, and
 * gives the path; one component alone begins with {@code ./}.
 */
final class JoinedPathParts {
  private static final int LONGEST = 200;

  /** As far is looked back for the function that an argument belongs to. */
  private static final int FARTHEST = 120;

  private final Source text;
  private final byte[] source;
  private final NamesInText found;
  private final StringBuilder path = new StringBuilder();
  private int parts;
  private int lastEnd = -1;
  private boolean called;

  JoinedPathParts(Source text, NamesInText found) {
    this.text = text;
    this.source = text.bytes();
    this.found = found;
  }

  /** The text of a literal, without its quotes. */
  void read(int start, int end) {
    int before = blanksBefore(start - 2);
    byte mark = before < 0 ? 0 : source[before];
    boolean mayJoin = mark == '/' || mark == ',' || mark == '(';
    if (!mayJoin) {
      return;
    }
    boolean goesOn = parts > 0 && goesOn(start - 1);
    if (!goesOn) {
      finish();
      called = mark != '/' && isCalled(before);
      if (mark != '/' && !called) {
        return;
      }
    }
    if (!isPath(start, end)) {
      finish();
      return;
    }
    path.append(parts == 0 ? "" : "/").append(text.text(start, end));
    parts++;
    lastEnd = end;
  }

  /** Gives what was put together so far. */
  void finish() {
    if (parts > 0 && path.length() <= LONGEST) {
      found.add(parts == 1 && path.indexOf("/") < 0 ? "./" + path : path.toString());
    }
    path.setLength(0);
    parts = 0;
    lastEnd = -1;
  }

  private boolean isPath(int start, int end) {
    if (start == end || end - start > LONGEST) {
      return false;
    }
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (b != '.' && b != '-' && b != '/' && !Bytes.isNamePart(b)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but a slash or comma stands between the last literal and this quote. */
  private boolean goesOn(int quote) {
    if (lastEnd < 0 || quote - lastEnd > FARTHEST) {
      return false;
    }
    int slashes = 0;
    int commas = 0;
    boolean closed = false;
    for (int i = lastEnd + 1; i < quote; i++) {
      byte b = source[i];
      if (b == '.' && isJoinpath(i + 1, quote)) {
        called = true;
        slashes++;
        i += "joinpath(".length();
      } else if (b == '/') {
        slashes++;
      } else if (b == ',') {
        commas++;
      } else if (b == ')') {
        closed = true;
      } else if (Bytes.kind(b) != Bytes.BLANK && Bytes.kind(b) != Bytes.LINE_END) {
        return false;
      }
    }
    return slashes + commas == 1 && (commas == 0 || (called && !closed));
  }

  private boolean isJoinpath(int at, int limit) {
    return at + "joinpath(".length() <= limit && is("joinpath(", at);
  }

  private boolean is(String word, int at) {
    for (int i = 0; i < word.length(); i++) {
      if (source[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bracket around this place opens the arguments of a function that joins paths. */
  private boolean isCalled(int from) {
    int depth = 0;
    for (int i = from; i >= 0 && from - i < FARTHEST; i--) {
      byte b = source[i];
      if (b == ')') {
        depth++;
      } else if (b == '(') {
        if (depth == 0) {
          return endsInJoining(i);
        }
        depth--;
      } else if (b != ','
          && b != '.'
          && !Bytes.isNamePart(b)
          && Bytes.kind(b) != Bytes.BLANK
          && Bytes.kind(b) != Bytes.LINE_END) {
        return false;
      }
    }
    return false;
  }

  private boolean endsInJoining(int open) {
    return endsIn("join", open) || endsIn("joinpath", open) || endsIn("Path", open);
  }

  private boolean endsIn(String word, int open) {
    int at = open - word.length();
    return at >= 0 && is(word, at);
  }

  private int blanksBefore(int from) {
    int at = from;
    while (at >= 0
        && (Bytes.kind(source[at]) == Bytes.BLANK || Bytes.kind(source[at]) == Bytes.LINE_END)) {
      at--;
    }
    return at;
  }
}
