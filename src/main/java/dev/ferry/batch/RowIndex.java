package dev.ferry.batch;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finds rows by a key that they have, at four bytes a slot: a hash map of a million paths would
 * cost more than the rows themselves. Not for several threads.
 */
final class RowIndex {
  static final int NONE = -1;

  private final int[] slots;
  private final IntFunction<String> keyOf;

  /**
   * @param rows how many rows will be put at most
   * @param keyOf the key of a row, by its number
   */
  RowIndex(int rows, IntFunction<String> keyOf) {
    this.slots = new int[Integer.highestOneBit(Math.max(4, rows)) * 4];
    this.keyOf = keyOf;
    Arrays.fill(slots, NONE);
  }

  /** Puts a row; returns the row that already has its key, or {@link #NONE}. */
  int put(int row) {
    int slot = slotOf(keyOf.apply(row));
    int holder = slots[slot];
    if (holder == NONE) {
      slots[slot] = row;
    }
    return holder;
  }

  /** The first row put with this key, or {@link #NONE}. */
  int find(String key) {
    return slots[slotOf(key)];
  }

  private int slotOf(String key) {
    int mask = slots.length - 1;
    int hash = key.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] != NONE && !keyOf.apply(slots[slot]).equals(key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
