package dev.ferry.lanes;

import dev.ferry.lanes.Contract.Layer;
import dev.ferry.lanes.Contract.Member;
import dev.ferry.model.Code;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which layer may not reach which, in each container. */
final class LayerRanks {
  private final ContractResolver.One contract;
  private final LaneGraph graph;
  private final List<Rule.Pair> pairs = new ArrayList<>();

  LayerRanks(ContractResolver.One contract) {
    this.contract = contract;
    this.graph = contract.graph();
  }

  Rule rule(Contract.Layers layers) {
    List<Integer> undeclared = new ArrayList<>();
    int declarable = 0;
    if (layers.containers().isEmpty()) {
      addPairs(layers.layers(), "");
    } else {
      for (int container : contract.modules(layers.containers())) {
        String name = graph.name(container);
        if (!contract.isInternal(name)) {
          contract.tell(Code.N021, name, "it lies in no root package");
        }
        addPairs(layers.layers(), name + ".");
        if (layers.exhaustive()) {
          List<Integer> children = graph.children(container);
          declarable += children.size();
          undeclared.addAll(undeclared(children, layers));
        }
      }
    }
    return new Rule.NoChains(pairs, pairs.size(), false, true, undeclared, declarable);
  }

  private List<Integer> undeclared(List<Integer> children, Contract.Layers layers) {
    Set<String> declared = new HashSet<>(layers.exhaustiveIgnores());
    layers.layers().forEach(layer -> layer.members().forEach(each -> declared.add(each.name())));
    return children.stream()
        .filter(child -> !declared.contains(ModuleNames.tail(graph.name(child))))
        .toList();
  }

  private void addPairs(List<Layer> layers, String prefix) {
    List<List<Integer>> ranks = new ArrayList<>();
    BitSet all = new BitSet();
    for (Layer layer : layers) {
      List<Integer> rank = new ArrayList<>();
      for (Member member : layer.members()) {
        int module = graph.number(prefix + member.name());
        if (module >= 0) {
          rank.add(module);
          all.or(graph.range(module, true));
        } else if (!member.optional()) {
          contract.missing(prefix + member.name());
        }
      }
      ranks.add(rank);
    }
    for (int high = 0; high < ranks.size(); high++) {
      for (int imported : ranks.get(high)) {
        if (layers.get(high).independent()) {
          addAll(ranks.get(high), imported, all);
        }
        for (int low = high + 1; low < ranks.size(); low++) {
          addAll(ranks.get(low), imported, all);
        }
      }
    }
  }

  private void addAll(List<Integer> importers, int imported, BitSet all) {
    for (int importer : importers) {
      if (importer != imported) {
        pairs.add(contract.pair(importer, imported, all));
      }
    }
  }
}
