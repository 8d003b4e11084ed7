package dev.ferry.python.documents;

import java.nio.charset.StandardCharsets;

/** Texts as documents are read here: each byte of their UTF-8 form one character. */
final class Latin {
  private Latin() {}

  static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  static String decode(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
