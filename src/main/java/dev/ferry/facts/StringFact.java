package dev.ferry.facts;

/**
 * A string literal that has the form of a dotted name, or of a dotted name with {@code :attribute},
 * or of a path: with a slash, and without blanks.
 *
 * @param text what the string says, without quotes
 * @param start first byte of the text inside the quotes
 * @param end byte after its last one
 */
public record StringFact(String text, int start, int end, int line) {
  /** Whether this has the form of a path; it has that of a name otherwise. */
  public boolean isPath() {
    return text.indexOf('/') >= 0;
  }
}
