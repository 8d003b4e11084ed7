package dev.ferry.git;

import java.util.List;
import java.util.Locale;

/** Which paths a tree may hold. Batches are checked before; this is the last door. */
final class TreePaths {
  private static final List<String> FORBIDDEN = List.of("", ".", "..", ".git", "git~1");

  private TreePaths() {}

  static void check(String path) {
    for (String segment : path.split("/", -1)) {
      // HFS+ ignores these characters, NTFS trailing dots and blanks: both would read ".git"
      String seen =
          segment.replaceAll("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]", "");
      String bare = seen.replaceAll("[. ]+$", "").toLowerCase(Locale.ROOT);
      if (FORBIDDEN.contains(seen) || FORBIDDEN.contains(bare) || segment.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("not a path for a tree: " + path);
      }
    }
  }
}
