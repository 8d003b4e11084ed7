package dev.ferry.python.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's bytes spell characters: UTF-8, unless one of its first two lines says otherwise (PEP
 * 263).
 *
 * @param markLength bytes of the byte order mark, 0 or 3
 */
record SourceEncoding(Charset charset, int markLength) {
  private static final Pattern DECLARATION =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

  /** Encodings in which the second byte of a character may look like ASCII. */
  private static final Set<String> AMBIGUOUS =
      Set.of("shift_jis", "windows-31j", "gbk", "gb18030", "big5", "big5-hkscs", "x-johab");

  static SourceEncoding of(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    int from = start;
    for (int line = 0; line < 2; line++) {
      int end = lineEnd(bytes, from);
      String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
      Matcher declared = DECLARATION.matcher(text);
      if (declared.find()) {
        return new SourceEncoding(charset(declared.group(1)), start);
      }
      if (!BLANK.matcher(text).matches()) {
        break;
      }
      from = Math.min(end + 1, bytes.length);
    }
    return new SourceEncoding(StandardCharsets.UTF_8, start);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  private static Charset charset(String name) {
    String known = name.toLowerCase(Locale.ROOT).replace('_', '-');
    try {
      return switch (known) {
        case "latin-1", "iso-8859-1", "l1", "iso-latin-1-unix" -> StandardCharsets.ISO_8859_1;
        case "utf-8-sig", "utf-8-unix" -> StandardCharsets.UTF_8;
        case "cp932" -> Charset.forName("windows-31j");
        default -> Charset.forName(known);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      // every byte has a meaning in Latin-1, and ASCII is the same: offsets and names survive
      return StandardCharsets.ISO_8859_1;
    }
  }

  /**
   * The same number of bytes, in which no byte of a longer character looks like ASCII: a backslash
   * inside a Japanese character must not escape a quote.
   */
  byte[] scannable(byte[] bytes) {
    if (!AMBIGUOUS.contains(charset.name().toLowerCase(Locale.ROOT))) {
      return bytes;
    }
    byte[] masked = bytes.clone();
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer one = CharBuffer.allocate(2);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      for (int length = 2; length <= 4 && i + length <= bytes.length; length++) {
        one.clear();
        decoder.reset();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, i, length), one, true);
        if (!result.isError() && one.position() == 1) {
          java.util.Arrays.fill(masked, i, i + length, (byte) 0x80);
          i += length - 1;
          break;
        }
      }
    }
    return masked;
  }
}
