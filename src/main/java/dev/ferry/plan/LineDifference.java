package dev.ferry.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from one list of lines to another, after E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986). Lines are compared as bytes; the last one may lack its end.
 */
final class LineDifference {
  /** Two files that differ in more lines than this are shown as replaced as a whole. */
  private static final int MOST_DIFFERENCES = 4000;

  /** A run of old lines replaced by a run of new ones; numbers from 0. */
  record Change(int oldStart, int oldEnd, int newStart, int newEnd) {}

  private final List<byte[]> before;
  private final List<byte[]> after;

  private LineDifference(List<byte[]> before, List<byte[]> after) {
    this.before = before;
    this.after = after;
  }

  static List<Change> between(List<byte[]> before, List<byte[]> after) {
    return new LineDifference(before, after).changes();
  }

  /** Lines with their ends. */
  static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length) {
      lines.add(Arrays.copyOfRange(text, start, text.length));
    }
    return lines;
  }

  private List<Change> changes() {
    int head = 0;
    while (head < before.size() && head < after.size() && same(head, head)) {
      head++;
    }
    int oldEnd = before.size();
    int newEnd = after.size();
    while (oldEnd > head && newEnd > head && same(oldEnd - 1, newEnd - 1)) {
      oldEnd--;
      newEnd--;
    }
    if (head == oldEnd && head == newEnd) {
      return List.of();
    }
    return changes(head, oldEnd, newEnd);
  }

  /** Walks the furthest paths of each number of differences, then traces the one that arrived. */
  private List<Change> changes(int head, int oldEnd, int newEnd) {
    int rows = oldEnd - head;
    int columns = newEnd - head;
    int most = Math.min(rows + columns, MOST_DIFFERENCES);
    int[] furthest = new int[2 * most + 3];
    int centre = most + 1;
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(Arrays.copyOfRange(furthest, centre - d - 1, centre + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && furthest[centre + k - 1] < furthest[centre + k + 1]);
        int x = down ? furthest[centre + k + 1] : furthest[centre + k - 1] + 1;
        int y = x - k;
        while (x < rows && y < columns && same(head + x, head + y)) {
          x++;
          y++;
        }
        furthest[centre + k] = x;
        if (x >= rows && y >= columns) {
          return traced(trace, head, rows, columns);
        }
      }
    }
    return List.of(new Change(head, oldEnd, head, newEnd));
  }

  private static List<Change> traced(List<int[]> trace, int head, int rows, int columns) {
    List<Change> changes = new ArrayList<>();
    int x = rows;
    int y = columns;
    for (int d = trace.size() - 1; d > 0; d--) {
      int[] furthest = trace.get(d);
      int centre = d + 1;
      int k = x - y;
      boolean down = k == -d || (k != d && furthest[centre + k - 1] < furthest[centre + k + 1]);
      int fromX = down ? furthest[centre + k + 1] : furthest[centre + k - 1];
      int fromY = fromX - (down ? k + 1 : k - 1);
      int toX = down ? fromX : fromX + 1;
      int toY = down ? fromY + 1 : fromY;
      add(changes, new Change(head + fromX, head + toX, head + fromY, head + toY));
      x = fromX;
      y = fromY;
    }
    Collections.reverse(changes);
    return changes;
  }

  /** Joins steps that touch; they come from the end to the beginning. */
  private static void add(List<Change> changes, Change step) {
    if (!changes.isEmpty()) {
      Change later = changes.getLast();
      if (later.oldStart() == step.oldEnd() && later.newStart() == step.newEnd()) {
        changes.set(
            changes.size() - 1,
            new Change(step.oldStart(), later.oldEnd(), step.newStart(), later.newEnd()));
        return;
      }
    }
    changes.add(step);
  }

  private boolean same(int old, int fresh) {
    return Arrays.equals(before.get(old), after.get(fresh));
  }
}
