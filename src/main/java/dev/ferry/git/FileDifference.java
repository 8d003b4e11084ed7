package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one file differs between two trees.
 *
 * @param modeBefore empty where it is new
 * @param modeAfter empty where it is gone
 * @param after its blob; nothing where it is gone
 * @param lines added and removed; nothing where they cannot be counted
 */
public record FileDifference(
    String path,
    String modeBefore,
    String modeAfter,
    Optional<ObjectId> after,
    Optional<Long> lines) {

  /** By {@code git diff-tree}, without renames: what is gone is gone. */
  static List<FileDifference> between(GitCalls calls, ObjectId before, ObjectId after) {
    Map<String, Optional<Long>> lines = lines(calls, before, after);
    List<FileDifference> differences = new ArrayList<>();
    String[] fields = fields(calls, "--raw", before, after);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      String[] words = fields[i].substring(1).split(" ");
      String path = path(fields[i + 1]);
      boolean gone = words[4].equals("D");
      differences.add(
          new FileDifference(
              path,
              words[4].equals("A") ? "" : words[0],
              gone ? "" : words[1],
              gone ? Optional.empty() : Optional.of(new ObjectId(words[3])),
              lines.getOrDefault(path, Optional.empty())));
    }
    return differences;
  }

  /** {@code ADDED TAB REMOVED TAB PATH NUL}, with dashes for binary files. */
  private static Map<String, Optional<Long>> lines(
      GitCalls calls, ObjectId before, ObjectId after) {
    Map<String, Optional<Long>> lines = new HashMap<>();
    for (String field : fields(calls, "--numstat", before, after)) {
      String[] words = field.split("\t", 3);
      if (words.length == 3) {
        lines.put(
            path(words[2]),
            words[0].equals("-")
                ? Optional.empty()
                : Optional.of(Long.parseLong(words[0]) + Long.parseLong(words[1])));
      }
    }
    return lines;
  }

  private static String[] fields(GitCalls calls, String form, ObjectId before, ObjectId after) {
    byte[] out =
        calls
            .run(
                "diff-tree",
                "-r",
                "-z",
                form,
                "--no-renames",
                "--full-index",
                "--no-ext-diff",
                "--no-textconv",
                before.hex(),
                after.hex())
            .stdout();
    return new String(out, StandardCharsets.ISO_8859_1).split("\0");
  }

  private static String path(String bytes) {
    return RepoPaths.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
