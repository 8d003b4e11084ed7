package dev.ferry.lanes;

import java.util.BitSet;
import java.util.List;

/** What a contract means in one graph. */
sealed interface Rule {
  /** How many relations there are to look at; zero is no rule. */
  long size();

  /**
   * No chain may lead from one side of a pair to the other.
   *
   * @param onlyDirectly whether chains of one import count only
   * @param merged whether chains that differ in their ends only are one
   * @param undeclared modules that no layer names
   * @param declarable how many modules were looked at for that
   */
  record NoChains(
      List<Pair> pairs,
      long about,
      boolean onlyDirectly,
      boolean merged,
      List<Integer> undeclared,
      int declarable)
      implements Rule {
    @Override
    public long size() {
      return about + declarable;
    }
  }

  /**
   * @param from modules that may not reach those in {@code to}
   * @param without modules that a chain must not go through, though it may begin and end there
   */
  record Pair(int importer, int imported, BitSet from, BitSet to, BitSet without) {}

  /**
   * Only some modules may import others.
   *
   * @param groups one for each protected module, in the order of the configuration
   */
  record OnlyBy(List<Guarded> groups, BitSet allowed) implements Rule {
    @Override
    public long size() {
      return groups.size();
    }
  }

  /**
   * @param expression that the module was found by; empty where it is named
   * @param modules the module, with its descendants where it is a package
   */
  record Guarded(int module, String expression, BitSet modules) {}

  /** Private modules are for their package. */
  record OwnPackageOnly(BitSet modules) implements Rule {
    @Override
    public long size() {
      return modules.cardinality();
    }
  }

  /** No circles among the children of these modules. */
  record NoCycles(List<Integer> packages) implements Rule {
    @Override
    public long size() {
      return packages.size();
    }
  }
}
