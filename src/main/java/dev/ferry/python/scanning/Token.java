package dev.ferry.python.scanning;

/**
 * Kinds of tokens, as numbers: a punctuation character is its own kind, everything else lies above
 * the characters. Numbers and not an enum, because the lexer hands out one for every few bytes of
 * the repository.
 */
final class Token {
  static final int END = -1;

  /** The end of a logical line. */
  static final int NEWLINE = 256;

  static final int NAME = 257;
  static final int NUMBER = 258;
  static final int STRING = 259;

  /** {@code :=}. */
  static final int WALRUS = 260;

  /** {@code +=} and its like. */
  static final int AUGMENTED = 261;

  /**
   * {@code ==}, {@code !=}, {@code <=}, {@code >=}: what holds an equals sign and assigns nothing.
   */
  static final int COMPARISON = 262;

  /** {@code ->}. */
  static final int ARROW = 263;

  private Token() {}
}
