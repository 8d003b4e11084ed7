package dev.ferry.python.scanning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are well-formed UTF-8: Python refuses files that are not. */
final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Utf8() {}

  static boolean isValid(byte[] content, int start) {
    int position = start;
    while (position + 8 <= content.length
        && ((long) LONGS.get(content, position) & 0x8080808080808080L) == 0) {
      position += 8;
    }
    while (position < content.length && content[position] >= 0) {
      position++;
    }
    if (position == content.length) {
      return true;
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content, position, content.length - position));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
