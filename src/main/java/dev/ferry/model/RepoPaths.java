package dev.ferry.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Paths inside a repository between git's bytes and our strings, without loss: bytes that are not
 * UTF-8 become the lone surrogates U+DC80 to U+DCFF, as Python's {@code surrogateescape} has it
 * (PEP 383).
 */
public final class RepoPaths {
  private RepoPaths() {}

  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return escape(bytes);
    }
  }

  private static String escape(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (in.hasRemaining()) {
      var result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xDC00 | (in.get() & 0xFF)));
      }
      decoder.reset();
    }
    return out.flip().toString();
  }

  public static byte[] encode(String path) {
    var out = new java.io.ByteArrayOutputStream(path.length() + 8);
    int from = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean escaped =
          c >= 0xDC80 && c <= 0xDCFF && (i == 0 || !Character.isHighSurrogate(path.charAt(i - 1)));
      if (escaped) {
        out.writeBytes(path.substring(from, i).getBytes(StandardCharsets.UTF_8));
        out.write(c & 0xFF);
        from = i + 1;
      }
    }
    out.writeBytes(path.substring(from).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** The directory of a path; empty for a file at the root. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last segment of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
