package dev.ferry.python.scanning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The bytes of a file, ready to be split into tokens, with what its first lines say of its encoding
 * (PEP 263).
 *
 * @param content the file
 * @param bytes what to split: the content, or where a character's second byte could be taken for a
 *     quote, a bracket or a backslash, a copy in which such bytes are masked, with the same offsets
 * @param start first byte after a byte order mark
 * @param charset for the names in it
 * @param declared whether another encoding than UTF-8 is declared
 * @param readable false where no version of Python reads the file: unknown or 16-bit encoding,
 *     bytes that the encoding does not have, NUL
 */
record Source(
    byte[] content, byte[] bytes, int start, Charset charset, boolean declared, boolean readable) {
  static Source of(byte[] content) {
    int start = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    boolean wide = startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF);
    if (wide) {
      return new Source(content, content, start, StandardCharsets.UTF_8, true, false);
    }
    String cookie = EncodingCookie.find(content, start);
    if (cookie == null || EncodingCookie.isUtf8(cookie)) {
      boolean readable = Utf8.isValid(content, start) && !holdsNul(content, start);
      return new Source(content, content, start, StandardCharsets.UTF_8, false, readable);
    }
    Charset charset = EncodingCookie.charset(cookie);
    if (charset == null || start > 0) { // a mark says UTF-8, the cookie something else
      return new Source(content, content, start, StandardCharsets.UTF_8, true, false);
    }
    byte[] masked = EncodingCookie.maskTrailBytes(content, charset);
    return new Source(content, masked, start, charset, true, !holdsNul(content, start));
  }

  /** These bytes as text. */
  String text(int from, int to) {
    return new String(content, from, to - from, charset);
  }

  /** A name as Python knows it: beyond ASCII, names are compared in their NFKC form. */
  String name(int from, int to) {
    String name = text(from, to);
    return name.length() == to - from && charset.equals(StandardCharsets.UTF_8)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  private static boolean startsWith(byte[] content, int... values) {
    if (content.length < values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((content[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsNul(byte[] content, int start) {
    for (int i = start; i < content.length; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
