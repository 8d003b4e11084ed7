package dev.ferry.python.syntax;

import java.util.List;

/** An import statement; all numbers are token indexes, or -1 where there is no such token. */
public sealed interface ImportStatement {
  Tokens tokens();

  /** The token {@code import} or {@code from}. */
  int first();

  /** The last token of the statement. */
  int last();

  List<Item> names();

  /**
   * A name that is brought in.
   *
   * @param segments one in a {@code from} list; the token {@code *} for a star
   * @param alias the name after {@code as}
   */
  record Item(int[] segments, int alias) {
    public int first() {
      return segments[0];
    }

    public int last() {
      return alias >= 0 ? alias : segments[segments.length - 1];
    }
  }

  /** {@code import a.b, c as d}. */
  record Plain(Tokens tokens, int first, int last, List<Item> names) implements ImportStatement {}

  /**
   * {@code from ..a import (b, c as d)}.
   *
   * @param level number of leading dots
   * @param module the segments after the dots, perhaps none
   * @param importKeyword the token {@code import}
   * @param open the parenthesis
   */
  record From(
      Tokens tokens,
      int first,
      int last,
      int level,
      int[] module,
      int importKeyword,
      int open,
      List<Item> names)
      implements ImportStatement {
    public boolean isStar() {
      return names.size() == 1 && tokens.is(names.getFirst().first(), "*");
    }
  }
}
