package dev.ferry.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The sources of a tree that was read, each with the place of its facts, so that those with certain
 * words are found without a look at the others. Immutable.
 */
final class SourceTable {
  private final List<String> paths;
  private final List<Segment> segments;

  /** For each segment and each of its blobs the first source with that content, or -1. */
  private final int[][] first;

  /** For each source the next one with the same content, or -1. */
  private final int[] next;

  /**
   * @param segmentOf the number of the segment that has the facts of a source, or -1
   * @param blobOf the source's number in that segment
   */
  SourceTable(List<String> paths, List<Segment> segments, int[] segmentOf, int[] blobOf) {
    this.paths = List.copyOf(paths);
    this.segments = List.copyOf(segments);
    this.first = new int[segments.size()][];
    this.next = new int[paths.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = new int[segments.get(i).size()];
      java.util.Arrays.fill(first[i], -1);
    }
    for (int source = paths.size() - 1; source >= 0; source--) {
      if (segmentOf[source] >= 0) {
        int[] chains = first[segmentOf[source]];
        next[source] = chains[blobOf[source]];
        chains[blobOf[source]] = source;
      }
    }
  }

  /** All of them, in path order. */
  List<String> paths() {
    return paths;
  }

  /**
   * The sources that hold all words of one of these sets, in path order.
   *
   * @see FactWords
   */
  List<String> holding(Collection<Set<Integer>> alternatives) {
    BitSet found = new BitSet(paths.size());
    for (Set<Integer> words : alternatives) {
      BitSet all = null;
      for (int word : words) {
        BitSet some = holding(word);
        if (all == null) {
          all = some;
        } else {
          all.and(some);
        }
      }
      if (all != null) {
        found.or(all);
      }
    }
    List<String> holding = new ArrayList<>(found.cardinality());
    found.stream().forEach(source -> holding.add(paths.get(source)));
    return holding;
  }

  private BitSet holding(int word) {
    BitSet found = new BitSet(paths.size());
    for (int i = 0; i < first.length; i++) {
      int[] chains = first[i];
      segments
          .get(i)
          .holding(
              word,
              blob -> {
                for (int source = chains[blob]; source >= 0; source = next[source]) {
                  found.set(source);
                }
              });
    }
    return found;
  }
}
