package dev.ferry.python.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The bytes of one Python file and what they mean as text. Offsets count bytes. Immutable, as long
 * as nobody changes the array.
 */
public final class PythonSource {
  private final byte[] bytes;
  private final byte[] scannable;
  private final Charset charset;
  private final int bodyStart;
  private int[] lineStarts = new int[0];

  public PythonSource(byte[] bytes) {
    this.bytes = bytes;
    SourceEncoding encoding = SourceEncoding.of(bytes);
    this.charset = encoding.charset();
    this.bodyStart = encoding.markLength();
    this.scannable = encoding.scannable(bytes);
  }

  public byte[] bytes() {
    return bytes;
  }

  /** The bytes as the tokenizer may look at them: every byte below 0x80 is an ASCII character. */
  byte[] scannable() {
    return scannable;
  }

  public Charset charset() {
    return charset;
  }

  /** The first byte after a byte order mark. */
  int bodyStart() {
    return bodyStart;
  }

  public String text(int start, int end) {
    return new String(bytes, start, end - start, charset);
  }

  /** An identifier as Python compares it: in normal form KC where it is not ASCII. */
  public String identifier(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return Normalizer.normalize(text(start, end), Normalizer.Form.NFKC);
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The first byte of the line that holds the offset. */
  public int lineStart(int offset) {
    return lineStarts()[line(offset) - 1];
  }

  /** The byte after the line's end mark, or the end of the file. */
  public int nextLineStart(int offset) {
    int line = line(offset);
    return line < lineStarts().length ? lineStarts()[line] : bytes.length;
  }

  /** The line end that follows the offset; where none does, the file's first, or a line feed. */
  public String lineEnd(int offset) {
    for (int i = offset; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i > 0 && bytes[i - 1] == '\r' ? "\r\n" : "\n";
      }
      if (bytes[i] == '\r') {
        return i + 1 < bytes.length && bytes[i + 1] == '\n' ? "\r\n" : "\r";
      }
    }
    return offset > 0 ? lineEnd(0, offset) : "\n";
  }

  private String lineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return lineEnd(i);
      }
    }
    return "\n";
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts();
    }
    return lineStarts;
  }

  private int[] findLineStarts() {
    int[] starts = new int[bytes.length / 24 + 16];
    int count = 1;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      boolean ends = b == '\n' || (b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
