package dev.ferry.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds all files that lie on an import cycle in one walk through the graph (Tarjan's strongly
 * connected components, without recursion: chains of imports can be long).
 */
final class CyclicFiles {
  private final Function<String, Set<String>> edges;
  private final Map<String, Visit> visits = new HashMap<>();
  private final Deque<Visit> open = new ArrayDeque<>();
  private final Deque<Visit> way = new ArrayDeque<>();
  private final Set<String> found = new HashSet<>();

  private static final class Visit {
    private final String path;
    private final int number;
    private final Iterator<String> next;
    private int lowest;
    private boolean done;

    Visit(String path, int number, Iterator<String> next) {
      this.path = path;
      this.number = number;
      this.lowest = number;
      this.next = next;
    }
  }

  private CyclicFiles(Function<String, Set<String>> edges) {
    this.edges = edges;
  }

  /** Those that can be reached from the starts, these included. A file never imports itself. */
  static Set<String> reachedFrom(Collection<String> starts, Function<String, Set<String>> edges) {
    CyclicFiles search = new CyclicFiles(edges);
    for (String start : starts) {
      if (!search.visits.containsKey(start)) {
        search.walk(start);
      }
    }
    return search.found;
  }

  private void walk(String start) {
    enter(start);
    while (!way.isEmpty()) {
      Visit visit = way.getLast();
      if (!visit.next.hasNext()) {
        way.removeLast();
        leave(visit);
        continue;
      }
      String path = visit.next.next();
      Visit known = visits.get(path);
      if (known == null) {
        enter(path);
      } else if (!known.done) {
        visit.lowest = Math.min(visit.lowest, known.number);
      }
    }
  }

  private void enter(String path) {
    Visit visit = new Visit(path, visits.size(), edges.apply(path).iterator());
    visits.put(path, visit);
    open.addLast(visit);
    way.addLast(visit);
  }

  private void leave(Visit visit) {
    if (!way.isEmpty()) {
      way.getLast().lowest = Math.min(way.getLast().lowest, visit.lowest);
    }
    if (visit.lowest != visit.number) {
      return;
    }
    boolean alone = open.getLast() == visit;
    for (Visit member = open.removeLast(); ; member = open.removeLast()) {
      member.done = true;
      if (!alone) {
        found.add(member.path);
      }
      if (member == visit) {
        return;
      }
    }
  }
}
