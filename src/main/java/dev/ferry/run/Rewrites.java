package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.TreeChange;
import dev.ferry.run.gating.Candidate;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of what stood before reads otherwise now: files whose bytes changed, each beside what it
 * was before it moved, and the lines in them that it did not have. New files are no rewrites.
 */
record Rewrites(int files, int lines) {
  /** As a plan has it. */
  static Rewrites planned(
      Snapshot before, Map<String, String> paths, Iterable<TreeChange> changes) {
    Map<String, byte[]> written = new HashMap<>();
    for (TreeChange change : changes) {
      if (change instanceof TreeChange.Write write) {
        written.put(write.path(), write.content());
      }
    }
    return count(before, paths, written);
  }

  /** As the trees have it. */
  static Rewrites found(Candidate candidate) {
    Map<String, byte[]> written = new HashMap<>();
    for (String path : candidate.changes().keySet()) {
      candidate.after().content(path).ifPresent(content -> written.put(path, content));
    }
    return count(candidate.before(), candidate.paths(), written);
  }

  private static Rewrites count(
      Snapshot before, Map<String, String> paths, Map<String, byte[]> written) {
    Map<String, String> placesBefore = new HashMap<>();
    paths.forEach((source, destination) -> placesBefore.put(destination, source));
    Function<String, Optional<byte[]>> was =
        path -> before.content(placesBefore.getOrDefault(path, path));
    int files = 0;
    int lines = 0;
    for (Map.Entry<String, byte[]> file : written.entrySet()) {
      Optional<byte[]> old = was.apply(file.getKey());
      if (old.isPresent() && !java.util.Arrays.equals(old.get(), file.getValue())) {
        files++;
        lines += newLines(old.get(), file.getValue());
      }
    }
    return new Rewrites(files, lines);
  }

  /** Lines that stand there more often than before. */
  private static int newLines(byte[] before, byte[] now) {
    Map<String, Integer> known = new HashMap<>();
    // bytes, not text: a file has whatever encoding it has
    new String(before, StandardCharsets.ISO_8859_1)
        .lines()
        .forEach(line -> known.merge(line, 1, Integer::sum));
    int fresh = 0;
    for (String line : new String(now, StandardCharsets.ISO_8859_1).lines().toList()) {
      if (known.merge(line, -1, Integer::sum) < 0) {
        fresh++;
      }
    }
    return fresh;
  }

  @Override
  public String toString() {
    return files + " files, " + lines + " new lines";
  }
}
