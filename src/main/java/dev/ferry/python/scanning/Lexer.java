package dev.ferry.python.scanning;

import java.util.Arrays;

/**
 * Splits a file into tokens: logical lines, brackets, strings, names. What no version of Python
 * allows is noted and skipped, at the latest up to the next line.
 */
final class Lexer {
  private final byte[] source;
  private final int limit;
  private final StringLexer strings;
  private final Marks marks;

  private int position;
  private int indent;
  private int start;
  private byte[] brackets = new byte[16];
  private int depth;

  Lexer(byte[] source, int start, StringLexer strings, Marks marks) {
    this.source = source;
    this.limit = source.length;
    this.position = start;
    this.strings = strings;
    this.marks = marks;
  }

  /** First byte of the token last read. */
  int start() {
    return start;
  }

  /** The byte after the token last read. */
  int end() {
    return position;
  }

  /** Number of brackets open after the token last read. */
  int depth() {
    return depth;
  }

  /** Column of the line that {@link #startLine} found, tabs counted to the next multiple of 8. */
  int indent() {
    return indent;
  }

  /** The name last read as a number, see {@link Names}. */
  long packedName() {
    return Names.pack(source, start, position);
  }

  /**
   * Goes to the first token of the next line that holds one.
   *
   * @return false at the end of the file
   */
  boolean startLine() {
    depth = 0;
    while (position < limit) {
      measureIndent();
      if (position == limit) {
        return false;
      }
      byte b = source[position];
      if (b == '#') {
        comment();
      } else if (b == '\\' && isLineEnd(position + 1)) {
        skipContinuation();
        skipBlanks();
        if (position < limit && !isLineEnd(position)) {
          return true;
        }
      } else if (b != '\n' && b != '\r') {
        return true;
      }
      skipLineEnd();
    }
    return false;
  }

  private void measureIndent() {
    int column = 0;
    while (position < limit) {
      byte b = source[position];
      if (b == ' ') {
        column++;
      } else if (b == '\t') {
        column = (column / 8 + 1) * 8;
      } else if (b == '\f') {
        column = 0;
      } else {
        break;
      }
      position++;
    }
    indent = column;
  }

  /** Reads the next token and gives its kind. */
  int next() {
    while (position < limit) {
      start = position;
      byte b = source[position];
      switch (Bytes.kind(b)) {
        case Bytes.BLANK -> position++;
        case Bytes.LINE_END -> {
          if (depth == 0 || bracketWasForgotten()) {
            depth = 0;
            skipLineEnd();
            return Token.NEWLINE;
          }
          skipLineEnd();
        }
        case Bytes.NAME_START -> {
          return name();
        }
        case Bytes.DIGIT -> {
          return number();
        }
        case Bytes.QUOTE -> {
          return string(position);
        }
        case Bytes.OPENING -> {
          return open(b);
        }
        case Bytes.CLOSING -> {
          return close(b);
        }
        case Bytes.PUNCTUATION -> {
          return punctuation(b);
        }
        default -> other(b);
      }
    }
    if (depth > 0) {
      marks.broken();
      depth = 0;
    }
    start = limit;
    return Token.END;
  }

  private void other(byte b) {
    if (b == '#') {
      comment();
    } else if (b == '\\' && isLineEnd(position + 1)) {
      skipContinuation();
    } else {
      marks.broken();
      position++;
    }
  }

  private int name() {
    int p = position + 1;
    while (p < limit && Bytes.isNamePart(source[p])) {
      p++;
    }
    if (p < limit && p - position <= 2 && Bytes.kind(source[p]) == Bytes.QUOTE) {
      if (StringLexer.isPrefix(source, position, p)) {
        return string(p);
      }
    }
    position = p;
    return Token.NAME;
  }

  private int number() {
    int p = position + 1;
    while (p < limit && (Bytes.isNamePart(source[p]) || source[p] == '.')) {
      p++;
    }
    position = p;
    return Token.NUMBER;
  }

  private int string(int quote) {
    int end = strings.skip(start, quote);
    if (end < 0) { // never closed: go on with the next line, as if the string had ended here
      marks.broken();
      position = quote;
      skipToLineEnd();
    } else {
      position = end;
    }
    return Token.STRING;
  }

  private int open(byte b) {
    if (depth == brackets.length) {
      brackets = Arrays.copyOf(brackets, depth * 2);
    }
    brackets[depth++] = b;
    position++;
    return b;
  }

  private int close(byte b) {
    position++;
    if (depth == 0) {
      marks.broken();
      return b;
    }
    byte open = brackets[--depth];
    // '(' and ')' are neighbours in ASCII, the other pairs have one character between them
    if (b - open > 2 || b < open) {
      marks.broken();
    }
    return b;
  }

  private int punctuation(byte b) {
    int next = position + 1 < limit ? source[position + 1] : 0;
    if (next == '=') {
      position += 2;
      return switch (b) {
        case ':' -> Token.WALRUS;
        case '=', '!', '<', '>' -> Token.COMPARISON;
        case ',', ';', '.', '~' -> {
          position--;
          yield b;
        }
        default -> Token.AUGMENTED;
      };
    }
    if (next == b && (b == '*' || b == '/' || b == '<' || b == '>')) {
      boolean augmented = position + 2 < limit && source[position + 2] == '=';
      position += augmented ? 3 : 2;
      return augmented ? Token.AUGMENTED : b;
    }
    if (b == '-' && next == '>') {
      position += 2;
      return Token.ARROW;
    }
    if (b == '.' && next >= '0' && next <= '9') {
      return number();
    }
    if (b == '!') {
      marks.broken();
    }
    position++;
    return b;
  }

  /**
   * Whether the line after this end of line begins as no line inside brackets can: then the bracket
   * was never closed, and the rest of the file is not lost.
   */
  private boolean bracketWasForgotten() {
    int p = position;
    while (p < limit && (isLineEnd(p) || Bytes.kind(source[p]) == Bytes.BLANK)) {
      p++;
    }
    int from = p;
    while (p < limit && Bytes.isNamePart(source[p])) {
      p++;
    }
    if (p == from || p - from > 8 || (p < limit && Bytes.kind(source[p]) == Bytes.QUOTE)) {
      return false;
    }
    long word = Names.pack(source, from, p);
    boolean forgotten =
        Names.startsOnlyStatements(word) || (word == Names.FROM && importFollows(p));
    if (forgotten) {
      marks.broken();
    }
    return forgotten;
  }

  /** Whether a module's name and {@code import} stand behind {@code from}, in one line. */
  private boolean importFollows(int afterFrom) {
    int p = afterFrom;
    int wordStart = p;
    while (p < limit && source[p] != '\n' && source[p] != '\r') {
      if (Bytes.isNamePart(source[p])) {
        wordStart = p;
        while (p < limit && Bytes.isNamePart(source[p])) {
          p++;
        }
        if (Names.pack(source, wordStart, p) == Names.IMPORT) {
          return true;
        }
      } else if (source[p] == ' ' || source[p] == '\t' || source[p] == '.') {
        p++;
      } else {
        return false;
      }
    }
    return false;
  }

  /** Whether nothing but blanks and a comment follows in this line. */
  boolean isLastInLine() {
    int p = position;
    while (p < limit && Bytes.kind(source[p]) == Bytes.BLANK) {
      p++;
    }
    return p == limit || source[p] == '#' || isLineEnd(p);
  }

  private boolean isLineEnd(int at) {
    return at < limit && Bytes.kind(source[at]) == Bytes.LINE_END;
  }

  private void skipContinuation() {
    position++;
    skipLineEnd();
  }

  private void skipBlanks() {
    while (position < limit && Bytes.kind(source[position]) == Bytes.BLANK) {
      position++;
    }
  }

  private void comment() {
    int from = position;
    skipToLineEnd();
    strings.comment(from, position);
  }

  private void skipToLineEnd() {
    int p = position;
    while (p < limit && source[p] != '\n' && source[p] != '\r') {
      p++;
    }
    position = p;
  }

  private void skipLineEnd() {
    if (position < limit && source[position] == '\r') {
      position++;
      if (position < limit && source[position] == '\n') {
        position++;
      }
    } else if (position < limit && source[position] == '\n') {
      position++;
    }
  }
}
