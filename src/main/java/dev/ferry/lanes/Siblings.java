package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The children of one package and how they depend on each other. Which imports to cut is answered
 * by the heuristic of Eades, Lin and Smyth (1993), as import-linter answers it: children in the
 * order in which most dependencies lead onwards; those that lead back are to be cut.
 */
final class Siblings {
  private final GraphView view;
  private final LaneGraph graph;
  private final List<Integer> children;
  private final int[] childOf;
  private final int first;

  /** Imports between children, by importer and imported one. */
  private final Map<Integer, Map<Integer, List<Integer>>> imports = new TreeMap<>();

  private final Map<Integer, TreeSet<Integer>> importers = new TreeMap<>();

  Siblings(GraphView view, int ancestor) {
    this.view = view;
    this.graph = view.graph();
    this.children = graph.children(ancestor);
    this.first = ancestor;
    int end = graph.endOf(ancestor);
    this.childOf = new int[end - ancestor];
    for (int child : children) {
      int after = graph.endOf(child);
      for (int module = child; module < after; module++) {
        childOf[module - first] = child;
      }
    }
    for (int module = ancestor + 1; module < end; module++) {
      addImports(module, end);
    }
  }

  private void addImports(int module, int end) {
    for (int edge = graph.firstImport(module); edge < graph.firstImport(module + 1); edge++) {
      int imported = graph.imported(edge);
      if (view.has(edge) && imported > first && imported < end) {
        int from = childOf(module);
        int to = childOf(imported);
        if (from != to) {
          imports
              .computeIfAbsent(from, any -> new TreeMap<>())
              .computeIfAbsent(to, any -> new ArrayList<>())
              .add(edge);
          importers.computeIfAbsent(to, any -> new TreeSet<>()).add(from);
        }
      }
    }
  }

  int childOf(int module) {
    return childOf[module - first];
  }

  private int weight(int from, int to) {
    return imports.getOrDefault(from, Map.of()).getOrDefault(to, List.of()).size();
  }

  /** The imports without which there is no circle. */
  List<Integer> breakers() {
    if (imports.isEmpty()) {
      return List.of();
    }
    Map<Integer, Integer> position = new HashMap<>();
    ordered().forEach(child -> position.put(child, position.size()));
    List<Integer> breakers = new ArrayList<>();
    imports.forEach(
        (from, all) ->
            all.forEach(
                (to, edges) -> {
                  if (position.getOrDefault(to, 0) < position.getOrDefault(from, 0)) {
                    breakers.addAll(edges);
                  }
                }));
    Collections.sort(breakers);
    return breakers;
  }

  private List<Integer> ordered() {
    Remaining remaining = new Remaining();
    List<Integer> order = new ArrayList<>();
    List<Integer> sources = remaining.without(false);
    while (!sources.isEmpty()) {
      order.addAll(sources);
      sources.forEach(remaining::remove);
      sources = remaining.without(false);
    }
    List<Integer> sinks = new ArrayList<>();
    List<Integer> last = remaining.without(true);
    while (!last.isEmpty()) {
      sinks.addAll(0, last);
      last.forEach(remaining::remove);
      last = remaining.without(true);
    }
    while (!remaining.left.isEmpty()) {
      int next = remaining.mostOnwards();
      order.add(next);
      remaining.remove(next);
    }
    order.addAll(sinks);
    return order;
  }

  /** The children that have no place in the order yet. */
  private final class Remaining {
    private final TreeSet<Integer> left = new TreeSet<>(children);

    void remove(int child) {
      left.remove(child);
    }

    /** Those that import no other one, or that no other one imports. */
    List<Integer> without(boolean imports) {
      return left.stream().filter(child -> neighbours(child, imports).isEmpty()).toList();
    }

    private List<Integer> neighbours(int child, boolean imported) {
      var all =
          imported
              ? imports.getOrDefault(child, Map.of()).keySet()
              : importers.getOrDefault(child, new TreeSet<>());
      return all.stream().filter(left::contains).toList();
    }

    int mostOnwards() {
      int best = left.first();
      long most = Long.MIN_VALUE;
      for (int child : left) {
        long onwards = 0;
        for (int other : neighbours(child, true)) {
          onwards += weight(child, other);
        }
        for (int other : neighbours(child, false)) {
          onwards -= weight(other, child);
        }
        boolean earlier = onwards == most && graph.name(child).compareTo(graph.name(best)) < 0;
        if (onwards > most || earlier) {
          best = child;
          most = onwards;
        }
      }
      return best;
    }
  }

  /** All imports that are part of a circle, whatever is to be cut. */
  BitSet circling() {
    BitSet circling = new BitSet();
    for (Map.Entry<Integer, Map<Integer, List<Integer>>> from : imports.entrySet()) {
      for (Map.Entry<Integer, List<Integer>> to : from.getValue().entrySet()) {
        if (reaches(to.getKey(), from.getKey())) {
          to.getValue().forEach(circling::set);
        }
      }
    }
    return circling;
  }

  private boolean reaches(int from, int to) {
    BitSet seen = new BitSet();
    List<Integer> queue = new ArrayList<>(List.of(from));
    seen.set(from);
    for (int at = 0; at < queue.size(); at++) {
      if (queue.get(at) == to) {
        return true;
      }
      for (int next : imports.getOrDefault(queue.get(at), Map.of()).keySet()) {
        if (!seen.get(next)) {
          seen.set(next);
          queue.add(next);
        }
      }
    }
    return false;
  }
}
