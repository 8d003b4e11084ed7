package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.Tokens;

/**
 * What stands between the quotes of a literal.
 *
 * @param start first byte inside the quotes
 * @param end byte after the last one inside the quotes
 * @param raw whether backslashes mean themselves
 * @param binary whether it is one of bytes
 */
record Literal(int start, int end, boolean raw, boolean binary) {
  static Literal of(Tokens tokens, int token) {
    byte[] bytes = tokens.source().bytes();
    int quote = tokens.start(token);
    boolean raw = false;
    boolean binary = false;
    while (bytes[quote] != '"' && bytes[quote] != '\'') {
      raw |= bytes[quote] == 'r' || bytes[quote] == 'R';
      binary |= bytes[quote] == 'b' || bytes[quote] == 'B';
      quote++;
    }
    int end = tokens.end(token);
    byte mark = bytes[quote];
    boolean triple = end - quote >= 6 && bytes[quote + 1] == mark && bytes[quote + 2] == mark;
    int length = triple ? 3 : 1;
    return new Literal(quote + length, end - length, raw, binary);
  }

  /** Whether the f-string that opens with this token is a raw one. */
  static boolean isRaw(Tokens tokens, int opening) {
    byte[] bytes = tokens.source().bytes();
    for (int i = tokens.start(opening); i < tokens.end(opening); i++) {
      if (bytes[i] == 'r' || bytes[i] == 'R') {
        return true;
      }
    }
    return false;
  }
}
