package dev.ferry.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds out whether circles of imports begin where they began. The files of the packages above a
 * module run before it: where they lead into its circle, the circle begins there, whoever imports
 * the module.
 */
final class CircleEntries {
  private final Function<String, Set<String>> edges;

  /**
   * @param edges what a file imports as it is loaded
   */
  CircleEntries(Function<String, Set<String>> edges) {
    this.edges = edges;
  }

  /**
   * The package that ran before the file, or runs before it only now, and that enters the file's
   * circle elsewhere than at the file; nothing where there is none.
   *
   * @param before files of the packages above it before the moves
   * @param after files of the packages above it after the moves
   */
  Optional<String> changed(String path, Set<String> before, Set<String> after) {
    Set<String> ever = new TreeSet<>(before);
    ever.addAll(after);
    Set<String> always = new HashSet<>(before);
    always.retainAll(after);
    always.add(path);
    ever.removeAll(always);
    if (!mayEnter(ever, path)) {
      return Optional.empty();
    }
    Set<String> circle = circle(path);
    return ever.stream()
        .filter(package_ -> reachable(package_, edges).contains(path))
        .filter(package_ -> enters(package_, circle, always))
        .findFirst();
  }

  /**
   * Whether one of the packages reaches the file, and the file itself. Most modules lie on no
   * circle, and most packages reach little: the two ways are searched by turns, so that the shorter
   * one decides.
   */
  private boolean mayEnter(Set<String> packages, String path) {
    Search from = new Search(packages, path);
    Search around = new Search(Set.of(path), path);
    while (from.mayReach() && around.mayReach()) {
      if (from.reached && around.reached) {
        return true;
      }
      from.step();
      around.step();
    }
    return false;
  }

  /** A search for one file, a step at a time. */
  private final class Search {
    private final String wanted;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting;
    private boolean reached;

    Search(Set<String> starts, String wanted) {
      this.wanted = wanted;
      this.waiting = new ArrayDeque<>(starts);
    }

    boolean mayReach() {
      return reached || !waiting.isEmpty();
    }

    void step() {
      if (reached) {
        return;
      }
      for (String next : edges.apply(waiting.remove())) {
        reached |= next.equals(wanted);
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
  }

  /** All that the file reaches and that reaches it; nothing where it lies on no circle. */
  private Set<String> circle(String path) {
    Map<String, Set<String>> importers = new HashMap<>();
    Set<String> reached = reachable(path, edges);
    for (String importer : reached) {
      for (String imported : edges.apply(importer)) {
        importers.computeIfAbsent(imported, key -> new HashSet<>()).add(importer);
      }
    }
    Set<String> circle = reachable(path, file -> importers.getOrDefault(file, Set.of()));
    circle.retainAll(reached);
    return circle;
  }

  private boolean enters(String package_, Set<String> circle, Set<String> always) {
    if (circle.contains(package_)) {
      return true;
    }
    Function<String, Set<String>> outside =
        file -> circle.contains(file) ? Set.of() : edges.apply(file);
    return reachable(package_, outside).stream()
        .anyMatch(file -> circle.contains(file) && !always.contains(file));
  }

  /** What can be reached in one step or more. */
  private static Set<String> reachable(String start, Function<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty()) {
      for (String next : edges.apply(waiting.remove())) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return reached;
  }
}
