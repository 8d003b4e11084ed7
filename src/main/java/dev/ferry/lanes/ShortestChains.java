package dev.ferry.lanes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Chains of imports from some modules to others: always a shortest one, which is then taken away,
 * until none is left. No import is in two chains. Among chains of one length the order of names
 * decides, so that the same graph always gives the same chains. For one thread.
 */
final class ShortestChains {
  private final GraphView view;
  private final BitSet from;
  private final BitSet to;
  private final BitSet without;
  private final BitSet useful;
  private final BitSet taken = new BitSet();

  /**
   * @param without modules that a chain must not go through, though it may begin and end there
   */
  ShortestChains(GraphView view, BitSet from, BitSet to, BitSet without) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.without = without;
    this.useful = view.reaching(to);
  }

  /** The chains, each as its modules, in the order in which they are found. */
  static List<int[]> all(GraphView view, BitSet from, BitSet to, BitSet without) {
    ShortestChains search = new ShortestChains(view, from, to, without);
    List<int[]> chains = new ArrayList<>();
    Optional<int[]> chain = search.next();
    while (chain.isPresent()) {
      chains.add(chain.get());
      chain = search.next();
    }
    return chains;
  }

  private Optional<int[]> next() {
    LaneGraph graph = view.graph();
    int[] by = new int[graph.size()];
    Arrays.fill(by, -1);
    int[] queue = new int[graph.size()];
    int filled = 0;
    for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
      if (useful.get(node)) {
        queue[filled++] = node;
      }
    }
    for (int at = 0; at < filled; at++) {
      int end = graph.firstImport(queue[at] + 1);
      for (int edge = graph.firstImport(queue[at]); edge < end; edge++) {
        int imported = graph.imported(edge);
        if (!useful.get(imported) || taken.get(edge) || !view.has(edge)) {
          continue;
        }
        if (to.get(imported)) {
          return Optional.of(chain(by, edge));
        }
        if (by[imported] < 0 && !from.get(imported) && !without.get(imported)) {
          by[imported] = edge;
          queue[filled++] = imported;
        }
      }
    }
    return Optional.empty();
  }

  private int[] chain(int[] by, int last) {
    LaneGraph graph = view.graph();
    Deque<Integer> chain = new ArrayDeque<>();
    chain.addFirst(graph.imported(last));
    int edge = last;
    while (edge >= 0) {
      taken.set(edge);
      chain.addFirst(graph.importer(edge));
      edge = from.get(graph.importer(edge)) ? -1 : by[graph.importer(edge)];
    }
    return chain.stream().mapToInt(Integer::intValue).toArray();
  }
}
