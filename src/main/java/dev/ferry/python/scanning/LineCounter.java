package dev.ferry.python.scanning;

/** Line numbers of offsets. Cheap while the offsets asked for rise. */
final class LineCounter {
  private final byte[] source;
  private int position;
  private int line = 1;

  LineCounter(byte[] source) {
    this.source = source;
  }

  /** The line of this byte, from 1. */
  int lineOf(int offset) {
    if (offset < position) {
      position = 0;
      line = 1;
    }
    count(offset);
    return line;
  }

  /** Number of lines; the last one counts without a line end, too. */
  int total() {
    int all = lineOf(source.length);
    boolean ended =
        source.length == 0
            || source[source.length - 1] == '\n'
            || source[source.length - 1] == '\r';
    return ended ? all - 1 : all;
  }

  private void count(int offset) {
    int p = position;
    int n = line;
    for (; p < offset; p++) {
      byte b = source[p];
      if (b == '\n') {
        n++;
      } else if (b == '\r' && (p + 1 == source.length || source[p + 1] != '\n')) {
        n++;
      }
    }
    position = p;
    line = n;
  }
}
