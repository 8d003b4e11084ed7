package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What breaks a contract now and did not at base. */
final class NewViolations {
  private final ContractCheck check;
  private final GraphView view;
  private final BaseState base;

  NewViolations(ResolvedContract contract, Map<String, String> files, BaseState base) {
    this.check = new ContractCheck(contract, files);
    this.view = contract.view();
    this.base = base;
  }

  List<Violation> find(Rule rule) {
    return switch (rule) {
      case Rule.NoChains chains -> chains(chains);
      case Rule.OnlyBy guarded -> guarded(guarded);
      case Rule.OwnPackageOnly privates -> privates(privates);
      case Rule.NoCycles cycles -> cycles(cycles);
    };
  }

  private List<Violation> chains(Rule.NoChains rule) {
    List<Violation> violations = new ArrayList<>();
    for (Rule.Pair pair : rule.pairs()) {
      if (view.reaching(pair.to()).intersects(pair.from())) {
        List<int[]> chains =
            rule.onlyDirectly() ? newlyDirect(pair) : new NewChains(view, pair, base).find();
        if (!chains.isEmpty()) {
          violations.add(check.notAllowed(pair, check.single(chains)));
        }
      }
    }
    List<String> undeclared =
        rule.undeclared().stream()
            .filter(module -> !base.wasUndeclared(module))
            .map(view.graph()::name)
            .toList();
    if (!undeclared.isEmpty()) {
      violations.add(new Violation.Undeclared(undeclared));
    }
    return violations;
  }

  private List<int[]> newlyDirect(Rule.Pair pair) {
    return check.direct(pair).stream()
        .filter(
            link ->
                !base.imports(link[0], link[1])
                    || !base.targetsOf(link[0]).get(base.number(link[1])))
        .toList();
  }

  private List<Integer> newOnes(List<Integer> edges) {
    LaneGraph graph = view.graph();
    return edges.stream()
        .filter(edge -> !base.wasIllegal(graph.importer(edge), graph.imported(edge)))
        .toList();
  }

  private List<Violation> guarded(Rule.OnlyBy rule) {
    List<Violation> violations = new ArrayList<>();
    for (Rule.Guarded group : rule.groups()) {
      List<Integer> edges = newOnes(check.illegal(rule, group));
      if (!edges.isEmpty()) {
        String name = view.graph().name(group.module());
        violations.add(
            new Violation.ProtectedImports(name, group.expression(), check.edges(edges)));
      }
    }
    return violations;
  }

  private List<Violation> privates(Rule.OwnPackageOnly rule) {
    List<Integer> edges = newOnes(check.intrusions(rule));
    return edges.isEmpty() ? List.of() : List.of(new Violation.PrivateImports(check.edges(edges)));
  }

  private List<Violation> cycles(Rule.NoCycles rule) {
    List<Violation> violations = new ArrayList<>();
    for (int ancestor : rule.packages()) {
      Siblings siblings = new Siblings(view, ancestor);
      List<Integer> edges = newOnes(siblings.circling().stream().boxed().toList());
      if (!edges.isEmpty()) {
        violations.add(check.cycle(ancestor, siblings, edges));
      }
    }
    return violations;
  }
}
