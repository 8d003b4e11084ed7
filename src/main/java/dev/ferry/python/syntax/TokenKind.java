package dev.ferry.python.syntax;

/** The kinds of token; blanks and comments are none. */
public enum TokenKind {
  NAME,
  NUMBER,
  STRING,
  /** Prefix and opening quote of a string with replacement fields. */
  FIELDS_START,
  /** Its closing quote. */
  FIELDS_END,
  /** The brace that opens a replacement field. */
  FIELD_OPEN,
  FIELD_CLOSE,
  /** The colon before a format specification. */
  FIELD_FORMAT,
  OPERATOR,
  /** Ends a logical line. */
  NEWLINE,
  INDENT,
  DEDENT,
  END,
  /** Bytes that start no token of the language. */
  ERROR;

  /** Whether it stands between lines, and spells nothing of the program itself. */
  boolean isLayout() {
    return this == NEWLINE || this == INDENT || this == DEDENT;
  }
}
