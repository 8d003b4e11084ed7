package dev.ferry.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as bytes, each bounded: a file without a line end costs no more memory than
 * a longest line. Stops after {@link Limits#FILE_BYTES} and says so.
 */
final class LineSource implements Closeable {
  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private int next;
  private int filled;
  private long consumed;
  private int number;
  private boolean tooLarge;
  private byte[] line = new byte[256];

  LineSource(InputStream in) {
    this.in = in;
  }

  /**
   * One line without its end.
   *
   * @param number from 1
   * @param tooLong the line exceeded {@link Limits#LINE_BYTES}; {@code bytes} hold its beginning
   * @param carriageReturn the line ended in CR LF
   * @param terminated false for a last line without a line end
   */
  record Line(
      int number, byte[] bytes, boolean tooLong, boolean carriageReturn, boolean terminated) {}

  /** The next line, or null at the end of the stream or of what ferry reads of it. */
  @Nullable Line next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (next == filled && !fill()) {
        return any && !tooLarge ? lineOf(length, tooLong, false) : null;
      }
      any = true;
      byte b = chunk[next++];
      if (b == '\n') {
        return lineOf(length, tooLong, true);
      }
      if (length == Limits.LINE_BYTES) {
        tooLong = true;
        continue;
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, Math.min(length * 2, Limits.LINE_BYTES));
      }
      line[length++] = b;
    }
  }

  /** Whether reading ended because the stream is larger than ferry takes. */
  boolean tooLarge() {
    return tooLarge;
  }

  private Line lineOf(int length, boolean tooLong, boolean terminated) {
    number++;
    boolean carriageReturn = !tooLong && length > 0 && line[length - 1] == '\r';
    byte[] bytes = Arrays.copyOf(line, carriageReturn ? length - 1 : length);
    return new Line(number, bytes, tooLong, carriageReturn, terminated);
  }

  private boolean fill() throws IOException {
    if (tooLarge) {
      return false;
    }
    filled = Math.max(0, in.read(chunk));
    next = 0;
    consumed += filled;
    if (consumed > Limits.FILE_BYTES) {
      tooLarge = true;
      filled = 0;
      return false;
    }
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
