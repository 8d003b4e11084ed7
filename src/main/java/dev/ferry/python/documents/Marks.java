package dev.ferry.python.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Short pieces of ASCII that tell what a text may hold, all looked for in one pass: the documents
 * of a tree are long, and most hold nothing of what is asked. Immutable.
 */
final class Marks {
  private final List<String> marks;
  private final byte[][] bytes;

  /** By a byte: a bit for each mark that begins with it. */
  private final long[] first = new long[256];

  /** By a byte: a bit for each mark that goes on with it, or is over before it. */
  private final long[] second = new long[256];

  /**
   * @param marks at most 63
   */
  Marks(String... marks) {
    if (marks.length >= Long.SIZE) {
      throw new IllegalArgumentException("more marks than bits: " + marks.length);
    }
    this.marks = List.of(marks);
    this.bytes = new byte[marks.length][];
    for (int i = 0; i < marks.length; i++) {
      bytes[i] = marks[i].getBytes(StandardCharsets.US_ASCII);
      first[bytes[i][0]] |= 1L << i;
      for (int b = 0; b < 256; b++) {
        second[b] |= bytes[i].length == 1 || bytes[i][1] == b ? 1L << i : 0L;
      }
    }
  }

  /** Which of the marks a text holds. */
  final class Found {
    private final long bits;

    private Found(long bits) {
      this.bits = bits;
    }

    boolean has(String mark) {
      int number = marks.indexOf(mark);
      if (number < 0) {
        throw new IllegalArgumentException("nobody looked for " + mark);
      }
      return (bits & 1L << number) != 0;
    }

    boolean isEmpty() {
      return bits == 0;
    }
  }

  /**
   * @param text in Latin 1
   */
  Found in(String text) {
    return in(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Found in(byte[] text) {
    long all = (1L << bytes.length) - 1;
    long lacking = all;
    long begun = 0;
    for (int i = 0; i <= text.length && lacking != 0; i++) {
      int next = i < text.length ? text[i] & 0xFF : 0;
      long possible = begun & second[next] & lacking;
      while (possible != 0) {
        long bit = Long.lowestOneBit(possible);
        if (stands(bytes[Long.numberOfTrailingZeros(bit)], text, i - 1)) {
          lacking &= ~bit;
        }
        possible &= ~bit;
      }
      begun = first[next];
    }
    return new Found(all & ~lacking);
  }

  private static boolean stands(byte[] mark, byte[] text, int at) {
    if (at + mark.length > text.length) {
      return false;
    }
    for (int i = 1; i < mark.length; i++) {
      if (text[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
