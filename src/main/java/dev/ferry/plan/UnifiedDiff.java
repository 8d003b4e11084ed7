package dev.ferry.plan;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan as a patch that {@code git apply} takes: renames with their similarity, and only the lines
 * that change. Bytes, not text: files keep their encodings.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final byte[] NOTHING = new byte[0];

  private final Snapshot before;
  private final Snapshot after;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private UnifiedDiff(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
  }

  /** The patch from the tree that a plan was made for to the one that it makes. */
  public static byte[] of(Snapshot before, MovePlan plan) {
    UnifiedDiff diff = new UnifiedDiff(before, before.after(plan.changes()));
    Map<String, String> sources = new HashMap<>();
    plan.renames().forEach(rename -> sources.put(rename.destination(), rename.source()));
    Set<String> gone = new TreeSet<>(sources.values());
    Set<String> paths = new TreeSet<>();
    plan.changes().forEach(change -> paths.add(change.path()));
    for (String path : paths) {
      String source = sources.getOrDefault(path, path);
      boolean movedAway = gone.contains(path) && !sources.containsKey(path);
      if (!movedAway) {
        diff.file(before.listing().find(source), source, path);
      } else if (diff.after.listing().containsFile(path)) {
        // something new stands where a moved file stood: created, as far as the patch goes
        diff.file(Optional.empty(), path, path);
      }
    }
    return diff.out.toByteArray();
  }

  private void file(Optional<TreeEntry> old, String source, String path) {
    Optional<TreeEntry> fresh = after.listing().find(path);
    byte[] oldBytes = old.flatMap(entry -> before.content(source)).orElse(NOTHING);
    byte[] newBytes = fresh.flatMap(entry -> after.content(path)).orElse(NOTHING);
    boolean same = old.isPresent() && fresh.isPresent() && old.get().id().equals(fresh.get().id());
    if (same && source.equals(path)) {
      return;
    }
    line("diff --git " + quoted("a/" + source) + " " + quoted("b/" + path));
    if (old.isEmpty() && fresh.isPresent()) {
      line("new file mode " + fresh.get().mode());
    } else if (old.isPresent() && fresh.isEmpty()) {
      line("deleted file mode " + old.get().mode());
    } else if (!source.equals(path)) {
      int similarity = same ? 100 : Math.min(99, Similarity.percent(oldBytes, newBytes));
      line("similarity index " + similarity + "%");
      line("rename from " + quoted(source));
      line("rename to " + quoted(path));
    }
    if (!same) {
      hunks(
          old.isPresent() ? quoted("a/" + source) : "/dev/null",
          oldBytes,
          fresh.isPresent() ? quoted("b/" + path) : "/dev/null",
          newBytes);
    }
  }

  private void hunks(String oldName, byte[] oldBytes, String newName, byte[] newBytes) {
    List<byte[]> oldLines = LineDifference.lines(oldBytes);
    List<byte[]> newLines = LineDifference.lines(newBytes);
    List<LineDifference.Change> changes = LineDifference.between(oldLines, newLines);
    if (changes.isEmpty()) {
      return;
    }
    line("--- " + oldName);
    line("+++ " + newName);
    int first = 0;
    while (first < changes.size()) {
      int last = first;
      while (last + 1 < changes.size()
          && changes.get(last + 1).oldStart() - changes.get(last).oldEnd() <= 2 * CONTEXT) {
        last++;
      }
      hunk(oldLines, newLines, changes.subList(first, last + 1));
      first = last + 1;
    }
  }

  private void hunk(
      List<byte[]> oldLines, List<byte[]> newLines, List<LineDifference.Change> changes) {
    int lead = Math.min(CONTEXT, changes.getFirst().oldStart());
    int trail = Math.min(CONTEXT, oldLines.size() - changes.getLast().oldEnd());
    int oldStart = changes.getFirst().oldStart() - lead;
    int newStart = changes.getFirst().newStart() - lead;
    int oldCount = changes.getLast().oldEnd() + trail - oldStart;
    int newCount = changes.getLast().newEnd() + trail - newStart;
    line("@@ -" + range(oldStart, oldCount) + " +" + range(newStart, newCount) + " @@");
    int at = oldStart;
    for (LineDifference.Change change : changes) {
      lines(' ', oldLines, at, change.oldStart());
      lines('-', oldLines, change.oldStart(), change.oldEnd());
      lines('+', newLines, change.newStart(), change.newEnd());
      at = change.oldEnd();
    }
    lines(' ', oldLines, at, at + trail);
  }

  private void lines(char mark, List<byte[]> lines, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] text = lines.get(i);
      out.write(mark);
      out.writeBytes(text);
      if (text.length == 0 || text[text.length - 1] != '\n') {
        line("");
        line("\\ No newline at end of file");
      }
    }
  }

  /** An empty range names the line before it, as POSIX has it. */
  private static String range(int start, int count) {
    int named = count == 0 ? start : start + 1;
    return count == 1 ? Integer.toString(named) : named + "," + count;
  }

  private void line(String text) {
    out.writeBytes(RepoPaths.encode(text));
    out.write('\n');
  }

  /** As git quotes a path that holds what could not be read back. */
  private static String quoted(String path) {
    boolean plain =
        path.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7F && !isEscaped(c));
    if (plain) {
      return path;
    }
    StringBuilder text = new StringBuilder("\"");
    for (byte b : RepoPaths.encode(path)) {
      int c = b & 0xFF;
      if (c == '"' || c == '\\') {
        text.append('\\').append((char) c);
      } else if (c < ' ' || c >= 0x7F) {
        text.append('\\').append(String.format("%03o", c));
      } else {
        text.append((char) c);
      }
    }
    return text.append('"').toString();
  }

  /** A byte that is not UTF-8, as paths hold it. */
  private static boolean isEscaped(int c) {
    return c >= 0xDC80 && c <= 0xDCFF;
  }
}
