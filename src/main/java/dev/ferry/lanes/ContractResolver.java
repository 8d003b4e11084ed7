package dev.ferry.lanes;

import dev.ferry.lanes.Contract.Alerting;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what contracts name. A name that is not there is an error, and so is a rule of nothing.
 */
final class ContractResolver {
  private final LaneConfiguration configuration;
  private final LaneGraph graph;
  private final Map<BitSet, GraphView> views = new HashMap<>();

  ContractResolver(LaneConfiguration configuration, LaneGraph graph) {
    this.configuration = configuration;
    this.graph = graph;
  }

  ResolvedContract resolve(Contract contract) {
    One one = new One(contract);
    GraphView view = one.view();
    Rule rule =
        switch (contract) {
          case Contract.Forbidden forbidden -> one.forbidden(forbidden);
          case Contract.Layers layers -> new LayerRanks(one).rule(layers);
          case Contract.Independence independence -> one.independence(independence);
          case Contract.Protected guarded -> one.guarded(guarded);
          case Contract.PrivateModules privates -> one.privates(privates);
          case Contract.AcyclicSiblings acyclic -> one.acyclic(acyclic);
        };
    if (rule.size() == 0 && one.isSound()) {
      one.tell(Code.N016);
    }
    return new ResolvedContract(contract, view, rule, one.ignored, one.problems);
  }

  /** The work on one contract. */
  final class One {
    private final Contract.Head head;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, BitSet> ranges = new HashMap<>();
    private int ignored;

    private One(Contract contract) {
      this.head = contract.head();
    }

    LaneGraph graph() {
      return graph;
    }

    /** Whether nothing is wrong so far; a warning is no error that says why. */
    private boolean isSound() {
      return problems.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    }

    void tell(Code code, String... arguments) {
      String[] all = new String[arguments.length + 1];
      all[0] = head.name();
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      problems.add(Problem.at(configuration.file(), head.line(), code, all));
    }

    GraphView view() {
      BitSet removed = new BitSet();
      for (ImportExpression expression : head.ignored()) {
        BitSet found = edges(expression);
        if (found.isEmpty() && head.alerting() != Alerting.NONE) {
          tell(head.alerting() == Alerting.WARN ? Code.N018 : Code.N017, expression.toString());
        }
        removed.or(found);
      }
      ignored = removed.cardinality();
      return views.computeIfAbsent(removed, edges -> new GraphView(graph, edges));
    }

    private BitSet edges(ImportExpression expression) {
      BitSet found = new BitSet();
      BitSet imported = new BitSet();
      graph.matching(expression.imported()).forEach(imported::set);
      for (int importer : graph.matching(expression.importer())) {
        for (int edge = graph.firstImport(importer);
            edge < graph.firstImport(importer + 1);
            edge++) {
          if (imported.get(graph.imported(edge))) {
            found.set(edge);
          }
        }
      }
      return found;
    }

    boolean isInternal(String name) {
      return configuration.roots().stream().anyMatch(root -> ModuleNames.isWithin(name, root));
    }

    /** All modules that the expressions mean; those that are named must be there. */
    Set<Integer> modules(List<ModuleExpression> expressions) {
      Set<Integer> modules = new TreeSet<>();
      for (ModuleExpression expression : expressions) {
        List<Integer> found = graph.matching(expression);
        if (found.isEmpty() && !expression.hasWildcard()) {
          missing(expression.text());
        }
        modules.addAll(found);
      }
      if (modules.isEmpty() && !expressions.isEmpty() && isSound()) {
        tell(Code.N016, String.join(", ", expressions.stream().map(Object::toString).toList()));
      }
      return modules;
    }

    void missing(String name) {
      if (isInternal(name)) {
        tell(Code.N015, name);
      } else {
        tell(Code.N029, name, String.join(", ", configuration.roots()));
      }
    }

    private Rule forbidden(Contract.Forbidden contract) {
      Set<Integer> sources = modules(contract.sources());
      Set<Integer> forbidden = new TreeSet<>();
      long absent = 0;
      for (ModuleExpression expression : contract.forbidden()) {
        List<Integer> found = graph.matching(expression);
        forbidden.addAll(found);
        if (found.isEmpty() && !expression.hasWildcard()) {
          absent +=
              isInternal(expression.text()) ? missingInternal(expression) : external(expression);
        }
      }
      if (forbidden.isEmpty() && absent == 0 && isSound()) {
        tell(
            Code.N016,
            String.join(", ", contract.forbidden().stream().map(Object::toString).toList()));
      }
      List<Rule.Pair> pairs = new ArrayList<>();
      BitSet none = new BitSet();
      boolean asPackages = contract.asPackages();
      for (int source : sources) {
        for (int target : forbidden) {
          if (!overlap(source, target, asPackages)) {
            BitSet from = range(source, asPackages);
            pairs.add(new Rule.Pair(source, target, from, range(target, asPackages), none));
          }
        }
      }
      long about = pairs.size() + absent * sources.size();
      return new Rule.NoChains(pairs, about, contract.onlyDirectly(), false, List.of(), 0);
    }

    private long missingInternal(ModuleExpression expression) {
      tell(Code.N015, expression.text());
      return 1;
    }

    /** A package of elsewhere that nobody imports is a rule all the same. */
    private long external(ModuleExpression expression) {
      if (!configuration.external()) {
        tell(Code.N019, expression.text());
      } else if (expression.text().indexOf('.') >= 0) {
        tell(Code.N020, expression.text(), ModuleNames.top(expression.text()));
      }
      return 1;
    }

    private boolean overlap(int one, int other, boolean asPackages) {
      return one == other
          || asPackages
              && (ModuleNames.isWithin(graph.name(one), graph.name(other))
                  || ModuleNames.isWithin(graph.name(other), graph.name(one)));
    }

    private Rule independence(Contract.Independence contract) {
      Set<Integer> modules = modules(contract.modules());
      BitSet all = new BitSet();
      for (int module : modules) {
        for (int other : modules) {
          if (module != other && ModuleNames.isWithin(graph.name(other), graph.name(module))) {
            tell(Code.N022, graph.name(module), graph.name(other));
          }
        }
        all.or(graph.range(module, true));
      }
      List<Rule.Pair> pairs = new ArrayList<>();
      for (int module : modules) {
        for (int other : modules) {
          if (module != other) {
            pairs.add(pair(module, other, all));
          }
        }
      }
      return new Rule.NoChains(pairs, pairs.size(), false, true, List.of(), 0);
    }

    /** Two of several packages; a chain through a third one is that one's. */
    Rule.Pair pair(int importer, int imported, BitSet all) {
      return new Rule.Pair(importer, imported, range(importer, true), range(imported, true), all);
    }

    private BitSet range(int module, boolean asPackage) {
      return ranges.computeIfAbsent(module, any -> graph.range(module, asPackage));
    }

    private Rule guarded(Contract.Protected contract) {
      BitSet allowed = new BitSet();
      if (!contract.importers().isEmpty()) {
        for (int importer : allowedModules(contract)) {
          allowed.or(graph.range(importer, contract.asPackages()));
        }
      }
      List<Rule.Guarded> groups = new ArrayList<>();
      modules(contract.modules());
      for (ModuleExpression expression : contract.modules()) {
        String by = expression.hasWildcard() ? expression.text() : "";
        for (int module : new TreeSet<>(graph.matching(expression))) {
          groups.add(new Rule.Guarded(module, by, graph.range(module, contract.asPackages())));
        }
      }
      return new Rule.OnlyBy(groups, allowed);
    }

    /**
     * Wildcards and single modules may find nobody, as with import-linter: nobody is allowed then.
     */
    private Set<Integer> allowedModules(Contract.Protected contract) {
      Set<Integer> modules = new TreeSet<>();
      for (ModuleExpression expression : contract.importers()) {
        List<Integer> found = graph.matching(expression);
        if (found.isEmpty() && !expression.hasWildcard() && contract.asPackages()) {
          missing(expression.text());
        }
        modules.addAll(found);
      }
      return modules;
    }

    private Rule privates(Contract.PrivateModules contract) {
      BitSet among = new BitSet();
      if (contract.packages().isEmpty()) {
        among.set(0, graph.size());
      }
      for (int module : modules(contract.packages())) {
        if (PrivateNames.isInside(graph.name(module))) {
          tell(Code.N021, graph.name(module), "it is private itself: name a package above it");
        }
        among.or(graph.range(module, true));
      }
      BitSet privates = new BitSet();
      among.stream()
          .filter(module -> PrivateNames.owner(graph.name(module)) != null)
          .forEach(privates::set);
      return new Rule.OwnPackageOnly(privates);
    }

    private Rule acyclic(Contract.AcyclicSiblings contract) {
      Set<Integer> skipped = new TreeSet<>();
      for (ModuleExpression expression : contract.skipped()) {
        skipped.addAll(needed(expression));
      }
      Set<Integer> ancestors = new TreeSet<>();
      for (ModuleExpression expression : contract.ancestors()) {
        ancestors.addAll(needed(expression));
      }
      Set<Integer> packages = new LinkedHashSet<>();
      for (int ancestor : ancestors) {
        descend(ancestor, contract.depth(), skipped, packages);
      }
      return new Rule.NoCycles(List.copyOf(packages));
    }

    private List<Integer> needed(ModuleExpression expression) {
      List<Integer> found = graph.matching(expression);
      if (found.isEmpty()) {
        if (expression.hasWildcard()) {
          tell(Code.N016, expression.text());
        } else {
          missing(expression.text());
        }
      }
      return found;
    }

    private void descend(int module, int depth, Set<Integer> skipped, Set<Integer> packages) {
      List<Integer> children = graph.children(module);
      if (children.size() >= 2) {
        packages.add(module);
      }
      if (depth > 0) {
        for (int child : children) {
          if (!skipped.contains(child)) {
            descend(child, depth - 1, skipped, packages);
          }
        }
      }
    }
  }

  /** The private part of a name. */
  static final class PrivateNames {
    private PrivateNames() {}

    private static boolean isPrivate(String part) {
      return part.startsWith("_") && !(part.startsWith("__") && part.endsWith("__"));
    }

    /** Whether any part is private. */
    static boolean isInside(String name) {
      return List.of(name.split("\\.", -1)).stream().anyMatch(PrivateNames::isPrivate);
    }

    /** The package that the innermost private part belongs to; null where none is private. */
    static @Nullable String owner(String name) {
      for (String inner = name; inner.indexOf('.') >= 0; inner = ModuleNames.parent(inner)) {
        if (isPrivate(ModuleNames.tail(inner))) {
          return ModuleNames.parent(inner);
        }
      }
      return null;
    }
  }
}
