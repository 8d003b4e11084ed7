package dev.ferry.plan.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the circles of a graph: its strongly connected components of more than one node, by
 * Tarjan's algorithm (R. Tarjan, Depth-first search and linear graph algorithms, 1972), without
 * recursion.
 */
final class Circles {
  private final List<String> nodes;
  private final Function<String, List<String>> successors;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final List<String> stack = new ArrayList<>();
  private final List<List<String>> circles = new ArrayList<>();

  private record Visit(String node, Iterator<String> rest) {}

  Circles(List<String> nodes, Function<String, List<String>> successors) {
    this.nodes = nodes;
    this.successors = successors;
  }

  /** Each circle in the order of the nodes. */
  List<List<String>> find() {
    for (String node : nodes) {
      if (!index.containsKey(node)) {
        visit(node);
      }
    }
    return circles;
  }

  private void visit(String start) {
    List<Visit> visits = new ArrayList<>();
    visits.add(enter(start));
    while (!visits.isEmpty()) {
      Visit visit = visits.getLast();
      if (visit.rest().hasNext()) {
        String next = visit.rest().next();
        if (!index.containsKey(next)) {
          visits.add(enter(next));
        } else if (stack.contains(next)) {
          lower(visit.node(), index.getOrDefault(next, 0));
        }
      } else {
        visits.removeLast();
        leave(visit.node());
        if (!visits.isEmpty()) {
          lower(visits.getLast().node(), low.getOrDefault(visit.node(), 0));
        }
      }
    }
  }

  private Visit enter(String node) {
    low.put(node, index.size());
    index.put(node, index.size());
    stack.add(node);
    return new Visit(node, successors.apply(node).iterator());
  }

  private void lower(String node, int to) {
    low.merge(node, to, Math::min);
  }

  private void leave(String node) {
    if (!low.getOrDefault(node, 0).equals(index.getOrDefault(node, 0))) {
      return;
    }
    int from = stack.lastIndexOf(node);
    List<String> circle = new ArrayList<>(stack.subList(from, stack.size()));
    stack.subList(from, stack.size()).clear();
    if (circle.size() > 1) {
      circle.sort(java.util.Comparator.comparingInt(nodes::indexOf));
      circles.add(circle);
    }
  }
}
