package dev.ferry.python.scanning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code coding:} comment in one of a file's first two lines (PEP 263). */
final class EncodingCookie {
  /** Names that Python has and Java spells otherwise. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "latin-1", "ISO-8859-1",
          "latin1", "ISO-8859-1",
          "l1", "ISO-8859-1",
          "cp932", "windows-31j",
          "mbcs", "windows-1252",
          "mac-roman", "x-MacRoman",
          "euc-jis-2004", "EUC-JP",
          "cp949", "x-windows-949",
          "johab", "x-Johab",
          "cp950", "x-windows-950");

  private EncodingCookie() {}

  /** The encoding's name as declared, or null where none is. */
  static @Nullable String find(byte[] source, int start) {
    int position = start;
    for (int line = 0; line < 2; line++) {
      int end = position;
      while (end < source.length && source[end] != '\n' && source[end] != '\r') {
        end++;
      }
      int first = position;
      while (first < end
          && (source[first] == ' ' || source[first] == '\t' || source[first] == 12)) {
        first++;
      }
      if (first < end && source[first] != '#') {
        return null; // code in the first line: the second may not declare
      }
      String name = first < end ? named(source, first, end) : null;
      if (name != null) {
        return name;
      }
      position = end + 1;
      if (end + 1 < source.length && source[end] == '\r' && source[end + 1] == '\n') {
        position++;
      }
    }
    return null;
  }

  private static @Nullable String named(byte[] source, int start, int end) {
    String comment = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    int at = comment.indexOf("coding");
    while (at >= 0) {
      int position = at + 6;
      if (position < comment.length() && ":=".indexOf(comment.charAt(position)) >= 0) {
        position++;
        while (position < comment.length() && " \t".indexOf(comment.charAt(position)) >= 0) {
          position++;
        }
        int from = position;
        while (position < comment.length() && isEncodingPart(comment.charAt(position))) {
          position++;
        }
        if (position > from) {
          return comment.substring(from, position).toLowerCase(Locale.ROOT).replace('_', '-');
        }
      }
      at = comment.indexOf("coding", at + 1);
    }
    return null;
  }

  private static boolean isEncodingPart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "-_.".indexOf(c) >= 0;
  }

  static boolean isUtf8(String cookie) {
    return cookie.equals("utf-8") || cookie.startsWith("utf-8-") || cookie.equals("utf8");
  }

  /** The declared encoding, or null where it is unknown or does not keep ASCII as it is. */
  static @Nullable Charset charset(String cookie) {
    String name = SPELLINGS.getOrDefault(cookie, cookie);
    if (name.startsWith("iso-8859-1-") || name.startsWith("latin-1-")) {
      name = "ISO-8859-1"; // as CPython's tokenizer has it, for editors' line-end suffixes
    }
    try {
      Charset charset = Charset.forName(name);
      byte[] sample = "import a.b as c\n".getBytes(charset);
      return sample.length == 16 && sample[0] == 'i' && sample[15] == '\n' ? charset : null;
    } catch (IllegalArgumentException unknown) {
      return null;
    } catch (UnsupportedOperationException decodesOnly) {
      return null;
    }
  }

  /**
   * In these encodings the second byte of a character can be {@code \}, {@code [} or a letter. A
   * copy in which every byte of such characters is beyond ASCII splits into the same tokens.
   */
  static byte[] maskTrailBytes(byte[] source, Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    boolean japanese = name.contains("shift_jis") || name.contains("31j") || name.contains("sjis");
    boolean others =
        name.startsWith("gb")
            || name.startsWith("big5")
            || name.startsWith("x-windows-9")
            || name.contains("johab");
    if (!japanese && !others) {
      return source;
    }
    byte[] masked = source.clone();
    int i = 0;
    while (i < masked.length) {
      int b = masked[i] & 0xFF;
      boolean leads = japanese ? (b > 0x80 && b < 0xA0) || (b >= 0xE0 && b < 0xFD) : b > 0x80;
      if (leads && i + 1 < masked.length && masked[i + 1] != '\n') {
        boolean four = masked[i + 1] >= '0' && masked[i + 1] <= '9' && i + 3 < masked.length;
        for (int k = i + 1; k < i + (four ? 4 : 2); k++) {
          masked[k] = (byte) 0xFF;
        }
        i += four ? 4 : 2;
      } else {
        i++;
      }
    }
    return masked;
  }
}
