package dev.ferry.python.rewriting;

import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.Problem;
import dev.ferry.python.syntax.PythonSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the edits of one file. Not safe for several threads. */
final class TextEdits {
  private final String path;
  private final PythonSource source;
  private final Confidence confidence;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  /** Where edits begin, with the nearest and the farthest end of those. */
  private final NavigableMap<Integer, Ends> ranges = new TreeMap<>();

  /** Where something is told. */
  private final NavigableSet<Integer> told = new TreeSet<>();

  private record Ends(int nearest, int farthest) {
    Ends with(Ends other) {
      return new Ends(Math.min(nearest, other.nearest), Math.max(farthest, other.farthest));
    }
  }

  TextEdits(String path, PythonSource source, Confidence confidence) {
    this.path = path;
    this.source = source;
    this.confidence = confidence;
  }

  void replace(int start, int end, String text, EditReason reason) {
    replace(start, end, text, reason, confidence);
  }

  void replace(int start, int end, String text, EditReason reason, Confidence sure) {
    if (start == end && text.isEmpty()) {
      return;
    }
    byte[] bytes = text.getBytes(source.charset());
    edits.add(new Edit(path, start, end, bytes, reason, sure, source.line(start)));
    ranges.merge(start, new Ends(end, end), Ends::with);
  }

  void insert(int at, String text, EditReason reason) {
    replace(at, at, text, reason);
  }

  void note(int offset, Code code, String... arguments) {
    told.add(offset);
    notes.add(Problem.at(path, source.line(offset), code, arguments));
  }

  /** Whether something is replaced from this byte on. */
  boolean beginsAt(int offset) {
    Ends ends = ranges.get(offset);
    return ends != null && ends.farthest() > offset;
  }

  /** Whether something is replaced between these bytes. */
  boolean changes(int start, int end) {
    return ranges.subMap(start, true, end, true).values().stream()
        .anyMatch(ends -> ends.nearest() <= end);
  }

  /** Whether something between these bytes is rewritten or told. */
  boolean isSettled(int start, int end) {
    return !told.subSet(start, end).isEmpty() || changes(start, end);
  }

  /**
   * What is rewritten and told so far.
   *
   * @param examples what becomes of the examples in docstrings
   */
  Settled settled(Rewriting examples) {
    NavigableMap<Integer, Ends> all = new TreeMap<>(ranges);
    for (Edit edit : examples.edits()) {
      all.merge(edit.start(), new Ends(edit.end(), edit.end()), Ends::with);
    }
    Set<Integer> lines =
        examples.notes().stream().map(Problem::line).collect(Collectors.toUnmodifiableSet());
    return new Settled(source, all, new TreeSet<>(told), lines);
  }

  /** Places of which nothing more needs to be told. */
  static final class Settled {
    private final PythonSource source;
    private final NavigableMap<Integer, Ends> edits;
    private final NavigableSet<Integer> told;
    private final Set<Integer> lines;

    private Settled(
        PythonSource source,
        NavigableMap<Integer, Ends> edits,
        NavigableSet<Integer> told,
        Set<Integer> lines) {
      this.source = source;
      this.edits = edits;
      this.told = told;
      this.lines = lines;
    }

    /**
     * Whether these bytes are rewritten or told.
     *
     * @param literal where the literal begins that holds them: all of it may be told there
     */
    boolean at(int literal, int start, int end) {
      Map.Entry<Integer, Ends> before = edits.lowerEntry(end);
      return told.contains(literal)
          || !told.subSet(start, end).isEmpty()
          || (before != null && start < before.getValue().farthest())
          || (!lines.isEmpty() && lines.contains(source.line(start)));
    }
  }

  int size() {
    return edits.size();
  }

  Rewriting finish() {
    List<Edit> sorted = new ArrayList<>(edits);
    // stable: insertions at one place stay in their order, and stand before what is replaced there
    sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    List<Edit> disjoint = new ArrayList<>();
    int end = 0;
    for (Edit edit : sorted) {
      if (edit.start() >= end) {
        disjoint.add(edit);
        end = edit.end();
      }
    }
    return new Rewriting(disjoint, notes.stream().distinct().toList());
  }
}
