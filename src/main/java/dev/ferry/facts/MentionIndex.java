package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What each text file can mention: the hashes of how its runs begin ({@link TextRuns}), and which
 * files are not searched. Immutable.
 *
 * <p>As bytes, big-endian: magic number, CRC-32C of what follows, length of an object name, number
 * of files; the names, sorted; where each file's hashes start, and their end; the hashes. A file
 * that is not searched has one of two lists instead that no text has.
 */
final class MentionIndex {
  /** Not text. */
  static final int[] BINARY = {Integer.MAX_VALUE, 0};

  /** Too large to be read for a mention. */
  static final int[] LARGE = {Integer.MAX_VALUE, 1};

  private static final long MAGIC = 0x4645525259544D31L; // FERRYTM1
  private static final int HEADER = 8 + 4 + 4 + 4;

  private final byte[] bytes;
  private final int idLength;
  private final int files;
  private final int startsAt;
  private final ByteBuffer in;

  private MentionIndex(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.idLength = in.getInt(12);
    this.files = in.getInt(16);
    this.startsAt = HEADER + files * idLength;
  }

  static MentionIndex empty() {
    return new MentionIndex(encode(new TreeMap<>()));
  }

  /** The index in these bytes, or null where they are damaged. */
  static @Nullable MentionIndex decode(byte[] bytes) {
    boolean whole =
        bytes.length >= HEADER
            && ByteBuffer.wrap(bytes).getLong() == MAGIC
            && ByteBuffer.wrap(bytes).getInt(8) == checksum(bytes);
    return whole ? new MentionIndex(bytes) : null;
  }

  static byte[] encode(SortedMap<String, int[]> hashesByHex) {
    int idLength = hashesByHex.isEmpty() ? 20 : hashesByHex.firstKey().length() / 2;
    int hashes = hashesByHex.values().stream().mapToInt(list -> list.length).sum();
    int files = hashesByHex.size();
    ByteBuffer out = ByteBuffer.allocate(HEADER + files * idLength + 4 * (files + 1 + hashes));
    out.putLong(MAGIC).putInt(0).putInt(idLength).putInt(files);
    hashesByHex.keySet().forEach(hex -> out.put(HexFormat.of().parseHex(hex)));
    int start = 0;
    for (int[] list : hashesByHex.values()) {
      out.putInt(start);
      start += list.length;
    }
    out.putInt(start);
    for (int[] list : hashesByHex.values()) {
      for (int hash : list) {
        out.putInt(hash);
      }
    }
    return out.putInt(8, checksum(out.array())).array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 12, bytes.length - 12);
    return (int) crc.getValue();
  }

  int size() {
    return files;
  }

  /** Where this file stands in the index, or -1. */
  int find(ObjectId blob) {
    String hex = blob.hex();
    if (hex.length() != idLength * 2) {
      return -1;
    }
    long wanted = HexFormat.fromHexDigitsToLong(hex, 0, 16);
    int low = 0;
    int high = files - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(in.getLong(HEADER + middle * idLength), wanted);
      order = order == 0 ? hexOf(middle).compareTo(hex) : order;
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  private String hexOf(int number) {
    int at = HEADER + number * idLength;
    return HexFormat.of().formatHex(bytes, at, at + idLength);
  }

  private int start(int number) {
    return in.getInt(startsAt + 4 * number);
  }

  private int hash(int position) {
    return in.getInt(startsAt + 4 * (files + 1 + position));
  }

  /** Whether the file was not searched, for what it is. */
  boolean isUnsearched(int number) {
    int first = start(number);
    // hashes are sorted: a list that falls is no list of hashes
    return start(number + 1) == first + 2 && hash(first) > hash(first + 1);
  }

  /** The hashes of the file, sorted. */
  int[] hashesOf(int number) {
    int[] list = new int[start(number + 1) - start(number)];
    int first = start(number);
    Arrays.setAll(list, k -> hash(first + k));
    return list;
  }

  /** Whether one of these hashes, sorted, is among those of the file. */
  boolean holdsAny(int number, int[] wanted) {
    int low = start(number);
    int end = start(number + 1);
    for (int hash : wanted) {
      int high = end - 1;
      int from = low;
      while (from <= high) {
        int middle = (from + high) >>> 1;
        int value = hash(middle);
        if (value == hash) {
          return true;
        }
        from = value < hash ? middle + 1 : from;
        high = value < hash ? high : middle - 1;
      }
    }
    return false;
  }

  /** Adds what it says of the files that are asked for. */
  void copyInto(Map<String, int[]> hashesByHex, Predicate<String> wanted) {
    for (int i = 0; i < files; i++) {
      String hex = hexOf(i);
      if (wanted.test(hex)) {
        hashesByHex.putIfAbsent(hex, hashesOf(i));
      }
    }
  }
}
