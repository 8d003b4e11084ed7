package dev.ferry.lanes;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A graph without the imports that a contract passes over. It remembers what reaches what, so that
 * contracts that pass over the same imports share one walk. Safe for several threads.
 */
final class GraphView {
  private final LaneGraph graph;
  private final BitSet removed;
  private final Map<BitSet, BitSet> upstream = new ConcurrentHashMap<>();

  /**
   * @param removed numbers of the imports that do not count
   */
  GraphView(LaneGraph graph, BitSet removed) {
    this.graph = graph;
    this.removed = removed;
  }

  LaneGraph graph() {
    return graph;
  }

  boolean has(int edge) {
    return !removed.get(edge);
  }

  boolean imports(int importer, int imported) {
    int edge = graph.find(importer, imported);
    return edge >= 0 && has(edge);
  }

  /** All modules from which one of the targets can be reached, the targets themselves included. */
  BitSet reaching(BitSet targets) {
    return upstream.computeIfAbsent(targets, this::walkBack);
  }

  private BitSet walkBack(BitSet targets) {
    BitSet seen = (BitSet) targets.clone();
    int[] queue = new int[graph.size()];
    int filled = 0;
    for (int node = targets.nextSetBit(0); node >= 0; node = targets.nextSetBit(node + 1)) {
      queue[filled++] = node;
    }
    for (int at = 0; at < filled; at++) {
      int end = graph.firstReverse(queue[at] + 1);
      for (int place = graph.firstReverse(queue[at]); place < end; place++) {
        int edge = graph.reverse(place);
        int importer = graph.importer(edge);
        if (has(edge) && !seen.get(importer)) {
          seen.set(importer);
          queue[filled++] = importer;
        }
      }
    }
    return seen;
  }
}
