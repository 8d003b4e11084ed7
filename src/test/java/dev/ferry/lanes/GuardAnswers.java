package dev.ferry.lanes;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the guard says of a tree, in a form that another program can check. */
final class GuardAnswers {
  private GuardAnswers() {}

  static Map<String, Object> of(Snapshot snapshot, LaneConfiguration configuration) {
    LaneModules modules = LaneModules.of(snapshot, LaneModules.Wanted.by(configuration, true));
    ContractResolver resolver = new ContractResolver(configuration, modules.graph());
    Map<String, Object> answers = new TreeMap<>();
    for (Contract contract : configuration.contracts()) {
      answers.put(contract.head().name(), answer(resolver.resolve(contract), modules));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("modules", modules.files().size());
    all.put("imports", imports(modules.graph()));
    all.put("contracts", answers);
    return all;
  }

  private static List<Object> imports(LaneGraph graph) {
    List<Object> imports = new ArrayList<>();
    for (int edge = 0; edge < graph.importCount(); edge++) {
      String from = graph.name(graph.importer(edge));
      imports.add(List.of(from, graph.name(graph.imported(edge)), graph.lines(edge)));
    }
    return imports;
  }

  private static Map<String, Object> answer(ResolvedContract resolved, LaneModules modules) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Rule rule = resolved.rule();
    boolean vacuous =
        resolved.problems().stream().map(Problem::code).anyMatch(code -> code == Code.N016);
    answer.put("status", resolved.isError() ? vacuous ? "nothing" : "error" : "judged");
    answer.put(
        "problems", resolved.problems().stream().map(p -> p.code() + "" + p.arguments()).toList());
    answer.put("ignored", resolved.ignored());
    if (!resolved.isError() && rule != null) {
      ContractCheck check = new ContractCheck(resolved, modules.files());
      List<Violation> violations = check.violations(rule);
      answer.put("kept", violations.isEmpty());
      answer.put("violations", violations.stream().map(GuardAnswers::violation).toList());
      if (rule instanceof Rule.NoChains chains && !chains.onlyDirectly()) {
        answer.put("searches", searches(resolved.view(), chains, check));
      }
    }
    return answer;
  }

  private static List<Object> searches(GraphView view, Rule.NoChains rule, ContractCheck check) {
    List<Object> searches = new ArrayList<>();
    LaneGraph graph = view.graph();
    for (Rule.Pair pair : rule.pairs()) {
      List<int[]> chains = ShortestChains.all(view, pair.from(), pair.to(), pair.without());
      if (chains.isEmpty()) {
        continue;
      }
      Map<String, Object> search = new LinkedHashMap<>();
      search.put("importer", graph.name(pair.importer()));
      search.put("imported", graph.name(pair.imported()));
      search.put(
          "asPackages",
          pair.from().cardinality() == graph.range(pair.importer(), true).cardinality()
              && pair.to().cardinality() == graph.range(pair.imported(), true).cardinality());
      search.put(
          "without",
          pair.without().stream()
              .filter(m -> !pair.from().get(m) && !pair.to().get(m))
              .mapToObj(graph::name)
              .toList());
      search.put("chains", chains.stream().map(chain -> links(check.links(chain))).toList());
      searches.add(search);
    }
    return searches;
  }

  private static Object violation(Violation violation) {
    return switch (violation) {
      case Violation.NotAllowed v ->
          List.of(
              "chains",
              v.importer(),
              v.imported(),
              v.routes().stream().map(GuardAnswers::route).toList());
      case Violation.ProtectedImports v ->
          List.of("protected", v.module(), v.expression(), links(v.links()));
      case Violation.PrivateImports v -> List.of("private", links(v.links()));
      case Violation.Undeclared v -> List.of("undeclared", v.modules());
      case Violation.Cycle v -> List.of("cycle", v.ancestor(), links(v.links()));
    };
  }

  private static Object route(Violation.Route route) {
    return List.of(links(route.chain()), links(route.otherFirsts()), links(route.otherLasts()));
  }

  private static List<Object> links(List<Violation.Link> links) {
    return links.stream()
        .<Object>map(link -> List.of(link.importer(), link.imported(), link.lines()))
        .toList();
  }
}
