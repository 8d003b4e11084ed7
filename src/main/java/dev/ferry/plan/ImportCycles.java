package dev.ferry.plan;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds import cycles that the moves close (rule 15), and those that are entered elsewhere by them.
 * Only imports that run when a module is loaded count.
 */
final class ImportCycles {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;
  private final ImportEdges edges;

  ImportCycles(Snapshot base, Snapshot after, Relocation relocation, ImportEdges edges) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
    this.edges = edges;
  }

  List<Problem> closed(Collection<String> starts) {
    if (!mayClose(starts)) {
      return List.of();
    }
    List<String> places = new TreeSet<>(starts).stream().map(relocation::newPath).toList();
    Set<String> cyclic = CyclicFiles.reachedFrom(places, edges::after);
    List<String> suspects =
        new TreeSet<>(starts)
            .stream().filter(start -> cyclic.contains(relocation.newPath(start))).toList();
    Set<String> cyclicBefore = CyclicFiles.reachedFrom(suspects, edges::before);
    List<Problem> found = new ArrayList<>();
    Set<String> reported = new TreeSet<>();
    for (String start : suspects) {
      String now = relocation.newPath(start);
      if (cyclicBefore.contains(start) || reported.contains(now)) {
        continue;
      }
      List<String> cycle = cycle(now, edges::after);
      if (cycle != null) {
        reported.addAll(cycle);
        found.add(Problem.at(now, 0, Code.M028, String.join(" -> ", cycle)));
      }
    }
    return found;
  }

  /**
   * A cycle that was none before holds an import that was none before: some file that now imports
   * another is reached from that one. This looks at what the new imports lead to, and not at all
   * that the changed files do.
   */
  private boolean mayClose(Collection<String> starts) {
    Set<String> importers = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    Set<String> reached = new HashSet<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      Set<String> before = new HashSet<>();
      edges.before(start).forEach(target -> before.add(relocation.newPath(target)));
      for (String target : edges.after(now)) {
        if (!before.contains(target)) {
          importers.add(now);
          if (reached.add(target)) {
            waiting.add(target);
          }
        }
      }
    }
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (importers.contains(path)) {
        return true;
      }
      for (String next : edges.after(path)) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return false;
  }

  /** Moved files on a circle, old or new, that may be entered elsewhere now. */
  List<Problem> enteredOtherwise() {
    CircleEntries entries = new CircleEntries(edges::after);
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      String now = relocation.newPath(path);
      Set<String> before = new TreeSet<>();
      ImportEdges.packages(base.modules(), path, "")
          .forEach(package_ -> before.add(relocation.newPath(package_)));
      Set<String> afterwards = new TreeSet<>(ImportEdges.packages(after.modules(), now, ""));
      entries
          .changed(now, before, afterwards)
          .or(() -> farther(now, before, afterwards))
          .ifPresent(package_ -> found.add(Problem.at(now, 0, Code.M095, now, package_)));
    }
    return found;
  }

  /**
   * A package that ran before the file, or runs before it only now, and enters some circle that the
   * file itself leads to, be it when one of its functions is called.
   */
  private Optional<String> farther(String path, Set<String> before, Set<String> afterwards) {
    Set<String> differing = new TreeSet<>(before);
    differing.addAll(afterwards);
    differing.removeIf(package_ -> before.contains(package_) && afterwards.contains(package_));
    differing.remove(path);
    Set<String> always = new HashSet<>(before);
    always.retainAll(afterwards);
    for (String package_ : differing) {
      Set<String> cyclic = CyclicFiles.reachedFrom(List.of(package_), edges::after);
      if (!cyclic.isEmpty()) {
        Set<String> entries = entries(package_, cyclic, edges::after);
        Set<String> own = entries(path, cyclic, file -> ImportEdges.of(after, file, true));
        if (!own.isEmpty() && !own.equals(entries) && !always.containsAll(entries)) {
          return Optional.of(package_);
        }
      }
    }
    return Optional.empty();
  }

  /** The first files of circles that are met on the ways from a file; itself where it is on one. */
  private static Set<String> entries(String start, Set<String> cyclic, Edges edges) {
    Set<String> entries = new HashSet<>();
    Set<String> reached = new HashSet<>(Set.of(start));
    Deque<String> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      if (cyclic.contains(file)) {
        entries.add(file);
        continue;
      }
      for (String next : edges.from(file)) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return entries;
  }

  @FunctionalInterface
  private interface Edges {
    Set<String> from(String path);
  }

  /** The shortest way from a file back to itself, both ends included; null where there is none. */
  private static @Nullable List<String> cycle(String start, Edges edges) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      for (String next : edges.from(path)) {
        if (next.equals(start)) {
          return way(start, path, reachedFrom);
        }
        if (reachedFrom.putIfAbsent(next, path) == null) {
          waiting.add(next);
        }
      }
    }
    return null;
  }

  private static List<String> way(String start, String last, Map<String, String> reachedFrom) {
    List<String> way = new ArrayList<>(List.of(start));
    String at = last;
    while (at != null && !at.equals(start)) {
      way.add(1, at);
      at = reachedFrom.get(at);
    }
    way.add(start);
    return way;
  }
}
