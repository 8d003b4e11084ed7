package dev.ferry.facts;

import java.util.Arrays;

/**
 * Splits text into runs of the characters that dotted names and paths consist of. What stands
 * before a run cannot belong to the name: {@code labs.x} in {@code candidate.labs.x} is no run of
 * its own.
 */
final class TextRuns {
  private static final boolean[] PART = parts();

  private TextRuns() {}

  /** Takes the runs of a text. */
  @FunctionalInterface
  interface Visitor {
    void visit(int start, int end);
  }

  /** Visits every run that holds a dot or a slash, without leading dashes and {@code ./}. */
  static void visit(byte[] text, Visitor visitor) {
    int p = 0;
    while (p < text.length) {
      if (!PART[text[p] & 0xFF]) {
        p++;
        continue;
      }
      int start = p;
      boolean separated = false;
      while (p < text.length && PART[text[p] & 0xFF]) {
        separated |= text[p] == '.' || text[p] == '/';
        p++;
      }
      if (separated) {
        start = trimmed(text, start, p);
        byte first = start < p ? text[start] : (byte) '.';
        if (first != '.' && first != '/') {
          visitor.visit(start, p);
        }
      }
    }
  }

  private static int trimmed(byte[] text, int from, int end) {
    int start = from;
    while (start < end && text[start] == '-') {
      start++;
    }
    while (start + 1 < end && text[start] == '.' && text[start + 1] == '/') {
      start += 2;
    }
    return start;
  }

  /** A hash of the first two segments with what separates them; of all where there are fewer. */
  static int beginning(byte[] text, int start, int end) {
    int hash = 0;
    int separators = 0;
    for (int i = start; i < end; i++) {
      byte b = text[i];
      if (b == '.' || b == '/' || b == '-') {
        separators += b == '-' ? 0 : 1;
        if (separators == 2) {
          break;
        }
      }
      hash = hash * 31 + b;
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 15;
  }

  /** The distinct hashes of all runs' beginnings, sorted. */
  static int[] beginnings(byte[] text) {
    Hashes hashes = new Hashes();
    visit(
        text,
        (start, end) -> {
          if (text[start] < '0' || text[start] > '9') {
            hashes.add(beginning(text, start, end));
          } else if (holdsSlash(text, start, end)) {
            hashes.add(beginning(text, start, end));
          }
        });
    return hashes.sorted();
  }

  /** Numbers make up most runs of data files. */
  private static boolean holdsSlash(byte[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] == '/') {
        return true;
      }
    }
    return false;
  }

  private static boolean[] parts() {
    boolean[] parts = new boolean[256];
    Arrays.fill(parts, 'a', 'z' + 1, true);
    Arrays.fill(parts, 'A', 'Z' + 1, true);
    Arrays.fill(parts, '0', '9' + 1, true);
    Arrays.fill(parts, 0x80, 0x100, true);
    for (char c : "_.-/".toCharArray()) {
      parts[c] = true;
    }
    return parts;
  }

  /** A set of numbers by open addressing. */
  private static final class Hashes {
    private int[] table = new int[64];
    private int size;
    private boolean holdsZero;

    void add(int hash) {
      if (hash == 0) {
        holdsZero = true;
        return;
      }
      if (size * 2 > table.length) {
        int[] old = table;
        table = new int[old.length * 2];
        size = 0;
        for (int value : old) {
          if (value != 0) {
            add(value);
          }
        }
      }
      int at = hash & (table.length - 1);
      while (table[at] != 0 && table[at] != hash) {
        at = (at + 1) & (table.length - 1);
      }
      if (table[at] == 0) {
        table[at] = hash;
        size++;
      }
    }

    int[] sorted() {
      int[] all = new int[size + (holdsZero ? 1 : 0)];
      int count = 0;
      for (int value : table) {
        if (value != 0) {
          all[count++] = value;
        }
      }
      Arrays.sort(all);
      return all;
    }
  }
}
