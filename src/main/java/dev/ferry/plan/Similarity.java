package dev.ferry.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * How similar git finds two files: it cuts both into lines of at most 64 bytes and counts the bytes
 * of the pieces that the old one has in common with the new one (diffcore-delta.c).
 */
final class Similarity {
  private static final int LONGEST_PIECE = 64;

  private Similarity() {}

  /** In percent of the larger file, rounded down. */
  static int percent(byte[] old, byte[] changed) {
    int larger = Math.max(old.length, changed.length);
    if (larger == 0) {
      return 100;
    }
    Map<Piece, Integer> pieces = pieces(old);
    long common = 0;
    for (Map.Entry<Piece, Integer> piece : pieces(changed).entrySet()) {
      int there = pieces.getOrDefault(piece.getKey(), 0);
      common += (long) Math.min(there, piece.getValue()) * piece.getKey().length();
    }
    return (int) (common * 100 / larger);
  }

  private record Piece(long hash, int length) {}

  private static Map<Piece, Integer> pieces(byte[] bytes) {
    Map<Piece, Integer> pieces = new HashMap<>();
    int start = 0;
    long hash = 0;
    for (int i = 0; i < bytes.length; i++) {
      hash = hash * 1_000_003 + (bytes[i] & 0xFF) + 1;
      if (bytes[i] == '\n' || i - start + 1 == LONGEST_PIECE || i == bytes.length - 1) {
        pieces.merge(new Piece(hash, i - start + 1), 1, Integer::sum);
        start = i + 1;
        hash = 0;
      }
    }
    return pieces;
  }
}
