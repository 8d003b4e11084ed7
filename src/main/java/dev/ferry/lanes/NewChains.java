package dev.ferry.lanes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chains that a contract forbids and that were not there at base, or were allowed there: one of the
 * imports is new, or one of the ends was not what it is now. A chain that stood at base cannot hide
 * one, as it can where each import is told once: the walk knows of each module whether it was
 * reached by something new. A walk that comes by a module twice is no chain; where its new import
 * is in no chain that can be found beside it, it is passed over.
 */
final class NewChains {
  private static final int MOST = 1000;
  private final GraphView view;
  private final LaneGraph graph;
  private final Rule.Pair pair;
  private final BaseState base;

  /** Imports whose being new is told already, or leads nowhere. */
  private final BitSet told = new BitSet();

  NewChains(GraphView view, Rule.Pair pair, BaseState base) {
    this.view = view;
    this.graph = view.graph();
    this.pair = pair;
    this.base = base;
  }

  /** Each as its modules, the shortest first for each beginning. */
  List<int[]> find() {
    Map<BitSet, BitSet> beginnings = new HashMap<>();
    pair.from().stream()
        .filter(view.reaching(pair.to())::get)
        .forEach(
            module ->
                beginnings
                    .computeIfAbsent(base.targetsOf(module), any -> new BitSet())
                    .set(module));
    List<int[]> chains = new ArrayList<>();
    beginnings.forEach((targets, starts) -> findFrom(starts, targets, chains));
    return chains;
  }

  private void findFrom(BitSet starts, BitSet targets, List<int[]> chains) {
    Optional<int[]> walk = walk(starts, targets);
    while (walk.isPresent() && chains.size() < MOST) {
      int[] found = walk.get();
      boolean simple = Arrays.stream(found).distinct().count() == found.length;
      if (simple) {
        chains.add(found);
      } else {
        around(found).ifPresent(chains::add);
      }
      tell(found, targets);
      walk = walk(starts, targets);
    }
  }

  /** Notes what was new about a walk, so that the next one has something else. */
  private void tell(int[] walk, BitSet targets) {
    boolean any = false;
    for (int i = 0; i + 1 < walk.length; i++) {
      if (!base.imports(walk[i], walk[i + 1])) {
        told.set(graph.find(walk[i], walk[i + 1]));
        any = true;
      }
    }
    if (!any && targets.isEmpty()) {
      told.set(graph.find(walk[0], walk[1]));
    } else if (!any) {
      told.set(graph.find(walk[walk.length - 2], walk[walk.length - 1]));
    }
  }

  /** A walk's states are modules, in a second storey once something new was come by. */
  private Optional<int[]> walk(BitSet starts, BitSet targets) {
    int size = graph.size();
    int[] by = new int[2 * size];
    Arrays.fill(by, -1);
    int[] queue = new int[2 * size];
    int filled = 0;
    int storey = targets.isEmpty() ? size : 0;
    for (int node = starts.nextSetBit(0); node >= 0; node = starts.nextSetBit(node + 1)) {
      queue[filled++] = node + storey;
    }
    BitSet useful = view.reaching(pair.to());
    for (int at = 0; at < filled; at++) {
      int state = queue[at];
      int module = state % size;
      for (int edge = graph.firstImport(module); edge < graph.firstImport(module + 1); edge++) {
        int imported = graph.imported(edge);
        if (told.get(edge) || !view.has(edge) || !useful.get(imported)) {
          continue;
        }
        boolean isNew = state >= size || !base.imports(module, imported);
        if (pair.to().get(imported)) {
          if (isNew
              || !targets.get(Math.max(0, base.number(imported)))
              || base.number(imported) < 0) {
            return Optional.of(walked(by, state, imported));
          }
          continue;
        }
        int next = imported + (isNew ? size : 0);
        if (by[next] < 0 && !pair.from().get(imported) && !pair.without().get(imported)) {
          by[next] = state;
          queue[filled++] = next;
        }
      }
    }
    return Optional.empty();
  }

  private int[] walked(int[] by, int state, int last) {
    Deque<Integer> walk = new ArrayDeque<>();
    walk.addFirst(last);
    for (int current = state; current >= 0; current = by[current]) {
      walk.addFirst(current % graph.size());
    }
    return walk.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A chain through the first new import of a walk that is none itself. */
  private Optional<int[]> around(int[] walk) {
    int at = 0;
    while (at + 1 < walk.length && base.imports(walk[at], walk[at + 1])) {
      at++;
    }
    if (at + 1 == walk.length) {
      return Optional.empty();
    }
    int importer = walk[at];
    int imported = walk[at + 1];
    return joined(importer, imported, true).or(() -> joined(importer, imported, false));
  }

  private Optional<int[]> joined(int importer, int imported, boolean headFirst) {
    BitSet importerOnly = new BitSet();
    importerOnly.set(importer);
    BitSet importedOnly = new BitSet();
    importedOnly.set(imported);
    BitSet without = (BitSet) pair.without().clone();
    without.or(pair.from());
    without.set(headFirst ? imported : importer);
    Optional<int[]> one =
        headFirst
            ? path(pair.from(), importerOnly, without)
            : path(importedOnly, pair.to(), without);
    if (one.isEmpty()) {
      return Optional.empty();
    }
    Arrays.stream(one.get()).forEach(without::set);
    Optional<int[]> other =
        headFirst
            ? path(importedOnly, pair.to(), without)
            : path(pair.from(), importerOnly, without);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    int[] head = headFirst ? one.get() : other.get();
    int[] tail = headFirst ? other.get() : one.get();
    int[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    boolean simple = Arrays.stream(whole).distinct().count() == whole.length;
    return simple ? Optional.of(whole) : Optional.empty();
  }

  private Optional<int[]> path(BitSet from, BitSet to, BitSet without) {
    if (from.intersects(to)) {
      BitSet both = (BitSet) from.clone();
      both.and(to);
      return Optional.of(new int[] {both.nextSetBit(0)});
    }
    List<int[]> chains = ShortestChains.all(view, from, to, without);
    return chains.isEmpty() ? Optional.empty() : Optional.of(chains.getFirst());
  }
}
