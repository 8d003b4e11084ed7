package dev.ferry.python.documents;

/**
 * A run of the characters that names and paths consist of, in an item.
 *
 * @param text of the whole document
 * @param spelling its characters, without those that escape others
 * @param open whether it goes on in a wildcard or the like
 */
record Run(
    String text,
    Item item,
    Rules.Expected expected,
    int start,
    int end,
    String spelling,
    boolean open) {
  /** What makes a longer word of a run that ends before it. */
  private static final String CONTINUING = "*?[{$\\~+@%";

  /** The same in a regular expression. */
  private static final String REPEATING = "*?[{+\\";

  static Run of(String text, Item item, Rules.Expected expected, int start, int end) {
    boolean escaped = expected.use().isEscaped();
    String raw = text.substring(start, end);
    String continuing = escaped ? REPEATING : CONTINUING;
    boolean open = end < text.length() && continuing.indexOf(text.charAt(end)) >= 0;
    String spelling = Latin.decode(escaped ? raw.replace("\\", "") : raw);
    return new Run(text, item, expected, start, end, spelling, open);
  }

  Use use() {
    return expected.use();
  }
}
