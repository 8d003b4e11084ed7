package dev.ferry.python.documents;

/** Words of a text in Latin 1: letters, digits, underscores and all beyond ASCII. */
final class Words {
  private Words() {}

  /** Where the word ends that begins here; {@code start} where none does. */
  static int end(String text, int start, int to) {
    int end = start;
    while (end < to && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c >= 0x80;
  }
}
