package dev.ferry.plan;

import dev.ferry.facts.ImportFact;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the files of which it is worth trying how they are loaded after the moves. */
final class WaysToCircles {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;
  private final ImportEdges edges;

  WaysToCircles(Snapshot base, Snapshot after, Relocation relocation, ImportEdges edges) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
    this.edges = edges;
  }

  /**
   * The files among these that may meet a circle as they are loaded, or as one of their functions
   * is called.
   */
  Set<String> of(Collection<String> starts) {
    if (loadsAsBefore(starts)) {
      return Set.of();
    }
    Map<String, Set<String>> importers = new HashMap<>();
    Map<String, Set<String>> first = new HashMap<>();
    Set<String> known = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      Set<String> loaded = new LinkedHashSet<>(ImportEdges.of(after, now, true));
      loaded.addAll(ImportEdges.packages(after.modules(), now, ""));
      loaded.add(now);
      first.put(start, loaded);
      loaded.stream().filter(known::add).forEach(waiting::add);
    }
    Set<String> circles = CyclicFiles.reachedFrom(List.copyOf(known), edges::ofTrial);
    if (circles.isEmpty()) {
      return Set.of();
    }
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      for (String next : edges.ofTrial(file)) {
        importers.computeIfAbsent(next, key -> new HashSet<>()).add(file);
        if (known.add(next)) {
          waiting.add(next);
        }
      }
    }
    Set<String> leading = new HashSet<>(circles);
    waiting.addAll(circles);
    while (!waiting.isEmpty()) {
      for (String importer : importers.getOrDefault(waiting.remove(), Set.of())) {
        if (leading.add(importer)) {
          waiting.add(importer);
        }
      }
    }
    Set<String> found = new TreeSet<>();
    first.forEach(
        (start, loaded) -> {
          if (loaded.stream().anyMatch(leading::contains)) {
            found.add(start);
          }
        });
    return found;
  }

  /**
   * Whether the files load what they loaded, in the same order, but for files that cannot matter:
   * whose imports lead neither to a circle nor to a file that changes. Such a file meets nothing
   * half loaded, and nobody meets it so, whenever it is loaded. This looks at what differs, and not
   * at all that can be reached.
   */
  private boolean loadsAsBefore(Collection<String> starts) {
    List<Loading> loadings = new ArrayList<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      if (!called(base, start).equals(called(after, now))) {
        return false;
      }
      loadings.add(
          new Loading(
              renewed(ImportEdges.packages(base.modules(), start, "")),
              ImportEdges.packages(after.modules(), now, "")));
      loadings.add(
          new Loading(
              renewed(ImportEdges.of(base, start, true)),
              List.copyOf(ImportEdges.of(after, now, true))));
    }
    Set<String> differing = new LinkedHashSet<>();
    loadings.forEach(loading -> differing.addAll(loading.differing()));
    Set<String> reached = new HashSet<>(differing);
    Deque<String> waiting = new ArrayDeque<>(differing);
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      if (edges.isChanged(file)) {
        return false;
      }
      edges.ofTrial(file).stream().filter(reached::add).forEach(waiting::add);
    }
    return CyclicFiles.reachedFrom(differing, edges::ofTrial).isEmpty()
        && loadings.stream().allMatch(loading -> loading.isKeptBut(reached));
  }

  private List<String> renewed(Collection<String> paths) {
    return paths.stream().map(relocation::newPath).toList();
  }

  /** Which imports of functions run, by what a trial makes of them, as the file is loaded. */
  private static List<Boolean> called(Snapshot snapshot, String path) {
    return snapshot.facts(path).stream()
        .flatMap(
            facts ->
                facts.imports().stream()
                    .filter(fact -> fact.contexts().contains(ImportFact.Context.FUNCTION))
                    .map(fact -> LoadingTrial.bindsGlobal(facts, fact)))
        .toList();
  }

  /**
   * What is loaded above one file, or by it and its functions, in this order; before and after the
   * moves, by new paths.
   */
  private record Loading(List<String> before, List<String> afterwards) {
    Set<String> differing() {
      Set<String> differing = new LinkedHashSet<>(before);
      differing.removeAll(Set.copyOf(afterwards));
      afterwards.stream().filter(file -> !before.contains(file)).forEach(differing::add);
      return differing;
    }

    boolean isKeptBut(Set<String> left) {
      return without(left, before).equals(without(left, afterwards));
    }

    private static List<String> without(Set<String> left, List<String> files) {
      return files.stream().filter(file -> !left.contains(file)).toList();
    }
  }
}
