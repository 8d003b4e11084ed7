package dev.ferry.python.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tokens of one file in order, kept in arrays; a token is known by its index. */
public final class Tokens {
  private static final TokenKind[] KINDS = TokenKind.values();
  private static final Keyword[] KEYWORDS = Keyword.values();

  private final PythonSource source;
  private byte[] kinds = new byte[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];

  /** Of an operator its bytes, packed; of a name its keyword's number, or -1. */
  private int[] details = new int[256];

  private int size;
  private int[] comments = new int[16];
  private int commentCount;
  private boolean broken;
  private int brokenAt;

  Tokens(PythonSource source) {
    this.source = source;
  }

  public PythonSource source() {
    return source;
  }

  public int size() {
    return size;
  }

  public TokenKind kind(int token) {
    return KINDS[kinds[token]];
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  /** The last token that begins at this byte or before it; 0 where none does. */
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, size, offset);
    if (found < 0) {
      return Math.max(0, -found - 2);
    }
    // empty tokens, such as the end of a block, share their place with the one behind them
    while (found + 1 < size && starts[found + 1] == offset) {
      found++;
    }
    return found;
  }

  /** The name that begins at this byte; -1 where none does. */
  public int nameAt(int offset) {
    for (int token = at(offset); token >= 0 && token < size && starts[token] == offset; token--) {
      if (kinds[token] == TokenKind.NAME.ordinal()) {
        return token;
      }
    }
    return -1;
  }

  /** Whether a statement begins with this token, as one of its own logical line or block. */
  public boolean beginsLine(int token) {
    return token == 0 || KINDS[kinds[token - 1]].isLayout();
  }

  public String identifier(int token) {
    return source.identifier(starts[token], ends[token]);
  }

  /** Whether the token is this operator. */
  public boolean is(int token, String operator) {
    return kinds[token] == TokenKind.OPERATOR.ordinal() && details[token] == packed(operator);
  }

  boolean is(int token, Keyword keyword) {
    return kinds[token] == TokenKind.NAME.ordinal() && details[token] == keyword.ordinal();
  }

  @Nullable Keyword keyword(int token) {
    return kinds[token] == TokenKind.NAME.ordinal() && details[token] >= 0
        ? KEYWORDS[details[token]]
        : null;
  }

  /** A name that is no reserved word. */
  boolean isIdentifier(int token) {
    return kinds[token] == TokenKind.NAME.ordinal() && details[token] < 0;
  }

  /** Whether something was met that no version of the language allows. */
  public boolean isBroken() {
    return broken;
  }

  /** The line, from 1, of the first thing that no version of the language allows; 0 without one. */
  public int brokenLine() {
    return broken ? source.line(brokenAt) : 0;
  }

  void breaks() {
    breaks(size - 1);
  }

  /** Something about this token is wrong. */
  void breaks(int token) {
    int at = token < 0 || size == 0 ? 0 : starts[Math.min(token, size - 1)];
    brokenAt = broken ? Math.min(brokenAt, at) : at;
    broken = true;
  }

  void add(TokenKind kind, int start, int end, int detail) {
    if (size == kinds.length) {
      int capacity = size * 2;
      kinds = Arrays.copyOf(kinds, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      details = Arrays.copyOf(details, capacity);
    }
    kinds[size] = (byte) kind.ordinal();
    starts[size] = start;
    ends[size] = end;
    details[size] = detail;
    size++;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  void comment(int start, int end) {
    if (commentCount + 2 > comments.length) {
      comments = Arrays.copyOf(comments, comments.length * 2);
    }
    comments[commentCount++] = start;
    comments[commentCount++] = end;
  }

  /**
   * The end of the comment that starts at the first byte at or after {@code from} and before {@code
   * limit}, as a range {start, end}; null where there is none.
   */
  public int @Nullable [] commentBetween(int from, int limit) {
    int low = 0;
    int high = commentCount / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comments[middle * 2] < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low * 2 >= commentCount || comments[low * 2] >= limit) {
      return null;
    }
    return new int[] {comments[low * 2], comments[low * 2 + 1]};
  }

  public int commentCount() {
    return commentCount / 2;
  }

  /** The first byte of a comment: its number sign. */
  public int commentStart(int comment) {
    return comments[comment * 2];
  }

  public int commentEnd(int comment) {
    return comments[comment * 2 + 1];
  }

  static int packed(String operator) {
    int packed = 0;
    for (int i = 0; i < operator.length(); i++) {
      packed = packed << 8 | operator.charAt(i);
    }
    return packed;
  }
}
