package dev.ferry.python.scanning;

/**
 * Finds the ends of string literals: all prefixes and quotes, and f-strings and t-strings as PEP
 * 701 and PEP 750 nest them. Hands strings that look like dotted names to {@link DottedStrings}.
 */
final class StringLexer {
  /** CPython's own limit for f-strings inside f-strings. */
  private static final int MOST_NESTED = 150;

  private static final int RAW = 1;
  private static final int BYTES = 2;
  private static final int FORMATTED = 4;
  private static final int TEMPLATE = 8;

  private final byte[] source;
  private final int limit;
  private final DottedStrings dotted;
  private final Marks marks;
  private int nested;

  /**
   * Set once a replacement field ran into the end of the file. From there on f-strings are read by
   * the older rule, as plain strings: else a broken file could be searched to its end again and
   * again.
   */
  private boolean fieldsAreText;

  StringLexer(byte[] source, DottedStrings dotted, Marks marks) {
    this.source = source;
    this.limit = source.length;
    this.dotted = dotted;
    this.marks = marks;
  }

  /** Whether these one or two letters may stand before a quote. */
  static boolean isPrefix(byte[] source, int start, int end) {
    int flags = flags(source, start, end);
    boolean doubled = end - start == 2 && lower(source[start]) == lower(source[start + 1]);
    boolean plain = flags == 0; // u stands alone
    return flags >= 0 && !doubled && (end - start == 1 || (!plain && (flags & RAW) != 0));
  }

  /** What the letters mean, or -1 where one of them means nothing. */
  private static int flags(byte[] source, int start, int end) {
    int flags = 0;
    for (int i = start; i < end; i++) {
      switch (lower(source[i])) {
        case 'r' -> flags |= RAW;
        case 'b' -> flags |= BYTES;
        case 'f' -> flags |= FORMATTED;
        case 't' -> flags |= TEMPLATE;
        case 'u' -> flags |= end - start == 1 ? 0 : -1;
        default -> flags = -1;
      }
    }
    return flags;
  }

  private static int lower(byte b) {
    return b | 0x20;
  }

  /**
   * Skips the literal whose prefix begins at {@code start} and whose first quote stands at {@code
   * quote}.
   *
   * @return the byte after its last quote, or -1 where it never ends
   */
  int skip(int start, int quote) {
    int flags = flags(source, start, quote);
    byte mark = source[quote];
    boolean triple = quote + 2 < limit && source[quote + 1] == mark && source[quote + 2] == mark;
    int text = quote + (triple ? 3 : 1);
    if ((flags & (FORMATTED | TEMPLATE)) != 0 && !fieldsAreText) {
      int end = nested < MOST_NESTED ? skipFormatted(text, mark, triple, flags) : -1;
      if (end >= 0) {
        return end;
      }
      marks.broken();
      fieldsAreText = true;
    }
    int end = triple ? skipTriple(text, mark) : skipSingle(text, mark);
    if (end >= 0 && (flags & (BYTES | TEMPLATE)) != 0) {
      dotted.offerPart(text, end - (triple ? 3 : 1));
    } else if (end >= 0) {
      dotted.offer(text, end - (triple ? 3 : 1));
      if (triple && holdsExamples(text, end - 3)) {
        dotted.offerCode(text, end - 3, false);
      }
    }
    return end;
  }

  private boolean holdsExamples(int from, int to) {
    for (int p = from; p + 3 < to; p++) {
      if (source[p] == '>' && source[p + 1] == '>' && source[p + 2] == '>') {
        return true;
      }
    }
    return false;
  }

  /** Hands on what a comment says about types. */
  void comment(int from, int to) {
    int p = from + 1;
    while (p < to && (source[p] == ' ' || source[p] == '\t')) {
      p++;
    }
    boolean typed =
        p + 6 < to
            && source[p] == 't'
            && source[p + 1] == 'y'
            && source[p + 2] == 'p'
            && source[p + 3] == 'e'
            && source[p + 4] == ':';
    if (typed) {
      dotted.offerCode(p + 5, to, true);
    }
  }

  private int skipSingle(int from, byte mark) {
    for (int p = from; p < limit; p++) {
      byte b = source[p];
      if (b == mark) {
        return p + 1;
      }
      if (b == '\\') {
        p = escaped(p);
      } else if (b == '\n' || b == '\r') {
        return -1;
      }
    }
    return -1;
  }

  private int skipTriple(int from, byte mark) {
    for (int p = from; p < limit; p++) {
      byte b = source[p];
      if (b == mark && closes(p, mark)) {
        return p + 3;
      }
      if (b == '\\') {
        p++;
      }
    }
    return -1;
  }

  /** The last byte of what a backslash at {@code p} escapes: CRLF counts as one. */
  private int escaped(int p) {
    boolean pair = p + 2 < limit && source[p + 1] == '\r' && source[p + 2] == '\n';
    return pair ? p + 2 : p + 1;
  }

  private boolean closes(int p, byte mark) {
    return p + 2 < limit && source[p + 1] == mark && source[p + 2] == mark;
  }

  private int skipFormatted(int text, byte mark, boolean triple, int flags) {
    nested++;
    boolean raw = (flags & RAW) != 0;
    boolean fields = false;
    int p = text;
    int part = text;
    while (p < limit) {
      byte b = source[p];
      if (b == mark && (!triple || closes(p, mark))) {
        nested--;
        if (!fields && (flags & TEMPLATE) == 0) {
          dotted.offer(text, p);
        } else {
          dotted.offerPart(part, p);
          dotted.offerFormatted(text, p);
        }
        return p + (triple ? 3 : 1);
      }
      if (b == '{' || b == '}') {
        boolean twice = p + 1 < limit && source[p + 1] == b;
        if (!fields && !twice && b == '{' && (flags & TEMPLATE) == 0) {
          dotted.offerBeginning(text, p);
        }
        fields = true;
        if (!twice && b == '{') {
          dotted.offerPart(part, p);
          p = skipField(p + 1, mark, triple, raw);
          part = p;
          if (p < 0) {
            nested--;
            return -1;
          }
        } else {
          if (!twice) {
            marks.broken();
          }
          p += twice ? 2 : 1;
        }
      } else if (b == '\\') {
        p = afterBackslash(p, raw);
      } else if (!triple && (b == '\n' || b == '\r')) {
        break;
      } else {
        p++;
      }
    }
    nested--;
    return -1;
  }

  /**
   * Behind an escape in the text of an f-string; a brace is never escaped, but for {@code \N{}}.
   */
  private int afterBackslash(int p, boolean raw) {
    if (p + 1 >= limit) {
      return limit;
    }
    byte next = source[p + 1];
    if (next == '{' || next == '}') {
      return p + 1;
    }
    if (!raw && next == 'N' && p + 2 < limit && source[p + 2] == '{') {
      int end = p + 3;
      while (end < limit && source[end] != '}' && source[end] >= ' ') {
        end++;
      }
      return end < limit && source[end] == '}' ? end + 1 : p + 2;
    }
    return escaped(p) + 1;
  }

  /**
   * Skips a replacement field: an expression, a conversion and a format, which may hold fields.
   *
   * @return the byte after its closing brace, or -1
   */
  private int skipField(int from, byte mark, boolean triple, boolean raw) {
    int depth = 0;
    int p = from;
    while (p < limit) {
      byte b = source[p];
      switch (Bytes.kind(b)) {
        case Bytes.NAME_START -> {
          int end = p + 1;
          while (end < limit && Bytes.isNamePart(source[end])) {
            end++;
          }
          boolean prefix =
              end < limit
                  && end - p <= 2
                  && Bytes.kind(source[end]) == Bytes.QUOTE
                  && isPrefix(source, p, end);
          if (prefix) {
            end = skip(p, end);
            if (end < 0) {
              return -1;
            }
          } else {
            dotted.name(p, end);
          }
          p = end;
        }
        case Bytes.QUOTE -> {
          p = skip(p, p);
          if (p < 0) {
            return -1;
          }
        }
        case Bytes.OPENING -> {
          depth++;
          p++;
        }
        case Bytes.CLOSING -> {
          p++;
          if (depth == 0) {
            return b == '}' ? p : -1;
          }
          depth--;
        }
        default -> {
          if (b == '#') {
            while (p < limit && source[p] != '\n' && source[p] != '\r') {
              p++;
            }
          } else if (b == ':' && depth == 0) {
            return skipNestedFormat(p + 1, mark, triple, raw);
          } else {
            p++;
          }
        }
      }
    }
    return -1;
  }

  private int skipNestedFormat(int from, byte mark, boolean triple, boolean raw) {
    if (nested >= MOST_NESTED) {
      return -1;
    }
    nested++;
    int end = skipFormat(from, mark, triple, raw);
    nested--;
    return end;
  }

  private int skipFormat(int from, byte mark, boolean triple, boolean raw) {
    int p = from;
    while (p < limit) {
      byte b = source[p];
      if (b == '}') {
        return p + 1;
      } else if (b == '{') {
        p = skipField(p + 1, mark, triple, raw);
        if (p < 0) {
          return -1;
        }
      } else if (b == mark && (!triple || closes(p, mark))) {
        return -1;
      } else if (!triple && (b == '\n' || b == '\r')) {
        return -1;
      } else if (b == '\\') {
        p = afterBackslash(p, raw);
      } else {
        p++;
      }
    }
    return -1;
  }
}
