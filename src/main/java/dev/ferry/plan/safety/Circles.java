package dev.ferry.plan.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the circles of a graph: its strongly connected components of more than one node, by
 * Tarjan's algorithm (R. Tarjan, Depth-first search and linear graph algorithms, 1972), without
 * recursion.
 */
public final class Circles {
  private final List<String> nodes;
  private final Function<String, List<String>> successors;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Set<String> onStack = new HashSet<>();
  private final List<String> stack = new ArrayList<>();
  private final List<List<String>> circles = new ArrayList<>();

  private record Visit(String node, Iterator<String> rest) {}

  public Circles(List<String> nodes, Function<String, List<String>> successors) {
    this.nodes = List.copyOf(nodes);
    nodes.forEach(node -> places.put(node, places.size()));
    this.successors = successors;
  }

  /** Each circle in the order of the nodes. */
  public List<List<String>> find() {
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
        } else if (onStack.contains(next)) {
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
    onStack.add(node);
    return new Visit(node, successors.apply(node).iterator());
  }

  private void lower(String node, int to) {
    low.merge(node, to, Math::min);
  }

  private void leave(String node) {
    if (!low.getOrDefault(node, 0).equals(index.getOrDefault(node, 0))) {
      return;
    }
    List<String> circle = new ArrayList<>();
    do {
      circle.add(stack.removeLast());
      onStack.remove(circle.getLast());
    } while (!circle.getLast().equals(node));
    if (circle.size() > 1) {
      circle.sort(Comparator.comparing((String each) -> places.getOrDefault(each, 0)));
      circles.add(circle);
    }
  }
}
