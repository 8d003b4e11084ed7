package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between two trees, leaf by leaf. */
final class TreeDifference {
  private TreeDifference() {}

  /**
   * @param now what the second tree has there; nothing where the path is gone
   */
  record Entry(String path, Optional<TreeEntry> now) {}

  static List<Entry> between(GitCalls calls, ObjectId before, ObjectId after) {
    return read(calls, "-r", before, after);
  }

  /** The same with the trees above the leaves, except the root. */
  static List<Entry> withTrees(GitCalls calls, ObjectId before, ObjectId after) {
    return read(calls, "-t", before, after);
  }

  private static List<Entry> read(GitCalls calls, String depth, ObjectId before, ObjectId after) {
    return parse(
        calls
            .run(
                "diff-tree",
                "-r",
                depth,
                "-z",
                "--no-renames",
                "--full-index",
                before.hex(),
                after.hex())
            .stdout());
  }

  /** {@code :MODE MODE ID ID LETTER NUL PATH NUL}, again and again. */
  private static List<Entry> parse(byte[] raw) {
    List<Entry> entries = new ArrayList<>();
    String[] fields = new String(raw, StandardCharsets.ISO_8859_1).split("\0");
    for (int i = 0; i + 1 < fields.length; i += 2) {
      String[] words = fields[i].split(" ");
      String path = RepoPaths.decode(fields[i + 1].getBytes(StandardCharsets.ISO_8859_1));
      Optional<TreeEntry> now =
          words[4].equals("D")
              ? Optional.empty()
              : Optional.of(new TreeEntry(words[1], new ObjectId(words[3]), path));
      entries.add(new Entry(path, now));
    }
    return entries;
  }
}
