package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads trees from {@code git ls-tree -r -z}, byte by byte: 19,000 entries take no time so. */
final class TreeReader {
  private TreeReader() {}

  static TreeListing read(GitCalls calls, ObjectId commitOrTree) {
    byte[] listing = calls.run("ls-tree", "-r", "-z", "--full-tree", commitOrTree.hex()).stdout();
    return TreeListing.of(parse(listing));
  }

  /** Entries as {@code mode SP type SP object TAB path NUL}. */
  static List<TreeEntry> parse(byte[] listing) {
    List<TreeEntry> entries = new ArrayList<>(listing.length / 90 + 1);
    int at = 0;
    while (at < listing.length) {
      int typeAt = at + 7;
      int objectAt = indexOf(listing, (byte) ' ', typeAt) + 1;
      int tab = indexOf(listing, (byte) '\t', objectAt);
      int end = indexOf(listing, (byte) 0, tab);
      entries.add(
          new TreeEntry(
              mode(ascii(listing, at, at + 6)),
              new ObjectId(ascii(listing, objectAt, tab)),
              path(listing, tab + 1, end)));
      at = end + 1;
    }
    return entries;
  }

  private static int indexOf(byte[] bytes, byte wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw GitCalls.failed(List.of("ls-tree"), "output that ends in the middle");
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Nearly all files have the same mode: one string for all of them. */
  private static String mode(String mode) {
    return mode.equals("100644") ? "100644" : mode;
  }

  private static String path(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return RepoPaths.decode(Arrays.copyOfRange(bytes, from, to));
      }
    }
    return ascii(bytes, from, to);
  }
}
