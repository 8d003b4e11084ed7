package dev.ferry.lanes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contract said at base, asked by the modules of another graph: each is looked up by the
 * name that it had before the moves.
 */
final class BaseState {
  private final ResolvedContract base;
  private final LaneGraph baseGraph;
  private final int[] numbers;
  private final Map<Integer, BitSet> targets = new HashMap<>();

  BaseState(ResolvedContract base, LaneGraph now, Renaming renaming) {
    this.base = base;
    this.baseGraph = base.view().graph();
    this.numbers = new int[now.size()];
    for (int i = 0; i < numbers.length; i++) {
      String before = renaming.before(now.name(i));
      numbers[i] = before == null ? -1 : baseGraph.number(before);
    }
  }

  /** The module's number at base, or -1 where it was not there. */
  int number(int module) {
    return numbers[module];
  }

  /** Whether the import was there and counted. */
  boolean imports(int importer, int imported) {
    int from = number(importer);
    int to = number(imported);
    return from >= 0 && to >= 0 && base.view().imports(from, to);
  }

  /** The modules, numbered as at base, that this one was not allowed to reach then. */
  BitSet targetsOf(int module) {
    int then = number(module);
    if (then < 0 || !(base.rule() instanceof Rule.NoChains chains)) {
      return new BitSet();
    }
    return targets.computeIfAbsent(then, number -> targets(chains, number));
  }

  private static BitSet targets(Rule.NoChains chains, int number) {
    BitSet all = new BitSet();
    for (Rule.Pair pair : chains.pairs()) {
      if (pair.from().get(number)) {
        all.or(pair.to());
      }
    }
    return all;
  }

  /** Whether the import broke the contract by itself. */
  boolean wasIllegal(int importer, int imported) {
    if (!imports(importer, imported)) {
      return false;
    }
    int edge = baseGraph.find(number(importer), number(imported));
    return illegalEdges().get(edge);
  }

  private @Nullable BitSet illegal;

  private BitSet illegalEdges() {
    if (illegal == null) {
      BitSet found = new BitSet();
      ContractCheck check = new ContractCheck(base, Map.of());
      switch (base.rule()) {
        case Rule.OnlyBy guarded ->
            guarded.groups().forEach(group -> check.illegal(guarded, group).forEach(found::set));
        case Rule.OwnPackageOnly privates -> check.intrusions(privates).forEach(found::set);
        case Rule.NoCycles cycles ->
            cycles.packages().forEach(each -> found.or(new Siblings(base.view(), each).circling()));
        case Rule.NoChains chains -> {
          // these are judged by whole chains
        }
        case null -> {
          // it could not be judged at base: everything is new
        }
      }
      illegal = found;
    }
    return illegal;
  }

  /** Whether the module was one that no layer named. */
  boolean wasUndeclared(int module) {
    return base.rule() instanceof Rule.NoChains chains
        && chains.undeclared().contains(number(module));
  }
}
