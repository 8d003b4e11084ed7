package dev.ferry.python.scanning;

import java.util.Arrays;

/** What single bytes of Python source can be part of. */
final class Bytes {
  static final byte OTHER = 0;
  static final byte BLANK = 1;
  static final byte LINE_END = 2;
  static final byte NAME_START = 3;
  static final byte DIGIT = 4;
  static final byte QUOTE = 5;
  static final byte OPENING = 6;
  static final byte CLOSING = 7;
  static final byte PUNCTUATION = 8;

  private static final byte[] KINDS = kinds();

  private Bytes() {}

  static byte kind(byte b) {
    return KINDS[b & 0xFF];
  }

  static boolean isNamePart(byte b) {
    byte kind = KINDS[b & 0xFF];
    return kind == NAME_START || kind == DIGIT;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, 'a', 'z' + 1, NAME_START);
    Arrays.fill(kinds, 'A', 'Z' + 1, NAME_START);
    kinds['_'] = NAME_START;
    // bytes beyond ASCII stand in names only, outside strings and comments
    Arrays.fill(kinds, 0x80, 0x100, NAME_START);
    Arrays.fill(kinds, '0', '9' + 1, DIGIT);
    set(kinds, " \t\f", BLANK);
    set(kinds, "\r\n", LINE_END);
    set(kinds, "'\"", QUOTE);
    set(kinds, "([{", OPENING);
    set(kinds, ")]}", CLOSING);
    set(kinds, "+-*/%@&|^~<>=,:.;!", PUNCTUATION);
    return kinds;
  }

  private static void set(byte[] kinds, String characters, byte kind) {
    for (int i = 0; i < characters.length(); i++) {
      kinds[characters.charAt(i)] = kind;
    }
  }
}
