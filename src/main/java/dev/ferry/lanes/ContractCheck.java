package dev.ferry.lanes;

import dev.ferry.lanes.Violation.Dependency;
import dev.ferry.lanes.Violation.Link;
import dev.ferry.lanes.Violation.Route;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what breaks one contract. */
final class ContractCheck {
  private final ResolvedContract contract;
  private final GraphView view;
  private final LaneGraph graph;
  private final Map<String, String> files;

  /**
   * @param files paths by module
   */
  ContractCheck(ResolvedContract contract, Map<String, String> files) {
    this.contract = contract;
    this.view = contract.view();
    this.graph = view.graph();
    this.files = files;
  }

  /** In the order in which they are told. */
  List<Violation> violations(Rule rule) {
    return switch (rule) {
      case Rule.NoChains chains -> chains(chains);
      case Rule.OnlyBy guarded -> guarded(guarded);
      case Rule.OwnPackageOnly privates -> privates(privates);
      case Rule.NoCycles cycles -> cycles(cycles);
    };
  }

  private List<Violation> chains(Rule.NoChains rule) {
    List<Violation.NotAllowed> found = new ArrayList<>();
    for (Rule.Pair pair : rule.pairs()) {
      List<int[]> chains = rule.onlyDirectly() ? direct(pair) : indirect(pair);
      if (!chains.isEmpty()) {
        List<Route> routes = rule.merged() ? merged(pair, chains) : single(chains);
        found.add(notAllowed(pair, routes));
      }
    }
    found.sort(
        Comparator.comparing(Violation.NotAllowed::imported, ModuleNames::compare)
            .thenComparing(Violation.NotAllowed::importer, ModuleNames::compare));
    List<Violation> violations = new ArrayList<>(found);
    if (!rule.undeclared().isEmpty()) {
      violations.add(
          new Violation.Undeclared(rule.undeclared().stream().map(graph::name).toList()));
    }
    return violations;
  }

  Violation.NotAllowed notAllowed(Rule.Pair pair, List<Route> routes) {
    return new Violation.NotAllowed(
        graph.name(pair.importer()), graph.name(pair.imported()), routes);
  }

  private List<int[]> indirect(Rule.Pair pair) {
    return view.reaching(pair.to()).intersects(pair.from())
        ? ShortestChains.all(view, pair.from(), pair.to(), pair.without())
        : List.of();
  }

  List<int[]> direct(Rule.Pair pair) {
    List<int[]> direct = new ArrayList<>();
    BitSet from = pair.from();
    for (int importer = from.nextSetBit(0);
        importer >= 0;
        importer = from.nextSetBit(importer + 1)) {
      for (int edge = graph.firstImport(importer); edge < graph.firstImport(importer + 1); edge++) {
        if (view.has(edge) && pair.to().get(graph.imported(edge))) {
          direct.add(new int[] {importer, graph.imported(edge)});
        }
      }
    }
    return direct;
  }

  List<Route> single(List<int[]> chains) {
    List<int[]> sorted = new ArrayList<>(chains);
    sorted.sort(java.util.Arrays::compare);
    return sorted.stream().map(each -> new Route(links(each), List.of(), List.of())).toList();
  }

  /** Chains with the same middle are told as one, with all of its beginnings and ends. */
  private List<Route> merged(Rule.Pair pair, List<int[]> chains) {
    Set<List<Integer>> middles = new HashSet<>();
    List<int[]> different = new ArrayList<>();
    for (int[] chain : chains) {
      List<Integer> middle = java.util.Arrays.stream(chain).boxed().toList();
      if (chain.length == 2 || middles.add(middle.subList(1, chain.length - 1))) {
        different.add(chain);
      }
    }
    different.sort(java.util.Arrays::compare);
    return different.stream().map(chain -> route(pair, chain)).toList();
  }

  private Route route(Rule.Pair pair, int[] chain) {
    if (chain.length == 2) {
      return new Route(links(chain), List.of(), List.of());
    }
    int first = chain[1];
    int last = chain[chain.length - 2];
    int[] heads = pair.from().stream().filter(each -> view.imports(each, first)).toArray();
    int[] tails = pair.to().stream().filter(each -> view.imports(last, each)).toArray();
    int[] main = chain.clone();
    main[0] = heads[0];
    main[main.length - 1] = tails[0];
    return new Route(
        links(main),
        java.util.Arrays.stream(heads).skip(1).mapToObj(each -> link(each, first)).toList(),
        java.util.Arrays.stream(tails).skip(1).mapToObj(each -> link(last, each)).toList());
  }

  List<Link> links(int[] chain) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i + 1 < chain.length; i++) {
      links.add(link(chain[i], chain[i + 1]));
    }
    return links;
  }

  Link link(int importer, int imported) {
    String name = graph.name(importer);
    return new Link(
        name,
        graph.name(imported),
        files.getOrDefault(name, ""),
        graph.lines(graph.find(importer, imported)));
  }

  private List<Violation> guarded(Rule.OnlyBy rule) {
    List<Violation> violations = new ArrayList<>();
    for (Rule.Guarded group : rule.groups()) {
      List<Link> links = edges(illegal(rule, group));
      if (!links.isEmpty()) {
        violations.add(
            new Violation.ProtectedImports(graph.name(group.module()), group.expression(), links));
      }
    }
    return violations;
  }

  /** Imports of one protected module by those who may not, sorted by what is imported. */
  List<Integer> illegal(Rule.OnlyBy rule, Rule.Guarded group) {
    List<Integer> edges = new ArrayList<>();
    group.modules().stream()
        .forEach(
            imported -> {
              for (int at = graph.firstReverse(imported);
                  at < graph.firstReverse(imported + 1);
                  at++) {
                int importer = graph.importer(graph.reverse(at));
                if (view.has(graph.reverse(at))
                    && !rule.allowed().get(importer)
                    && !group.modules().get(importer)) {
                  edges.add(graph.reverse(at));
                }
              }
            });
    return edges;
  }

  List<Link> edges(List<Integer> edges) {
    return edges.stream().map(e -> link(graph.importer(e), graph.imported(e))).toList();
  }

  private List<Violation> privates(Rule.OwnPackageOnly rule) {
    List<Link> links = edges(intrusions(rule));
    return links.isEmpty() ? List.of() : List.of(new Violation.PrivateImports(links));
  }

  /** Imports of private modules from outside their package, sorted by importer. */
  List<Integer> intrusions(Rule.OwnPackageOnly rule) {
    BitSet edges = new BitSet();
    rule.modules().stream()
        .forEach(
            imported -> {
              String owner = ContractResolver.PrivateNames.owner(graph.name(imported));
              for (int at = graph.firstReverse(imported);
                  at < graph.firstReverse(imported + 1);
                  at++) {
                String importer = graph.name(graph.importer(graph.reverse(at)));
                if (view.has(graph.reverse(at))
                    && owner != null
                    && !ModuleNames.isWithin(importer, owner)) {
                  edges.set(graph.reverse(at));
                }
              }
            });
    return edges.stream().boxed().toList();
  }

  private List<Violation> cycles(Rule.NoCycles rule) {
    List<Violation> violations = new ArrayList<>();
    for (int ancestor : rule.packages()) {
      Siblings siblings = new Siblings(view, ancestor);
      List<Integer> breakers = siblings.breakers();
      if (!breakers.isEmpty()) {
        violations.add(cycle(ancestor, siblings, breakers));
      }
    }
    violations.sort(
        Comparator.comparing(each -> ((Violation.Cycle) each).ancestor(), ModuleNames::compare));
    return violations;
  }

  Violation.Cycle cycle(int ancestor, Siblings siblings, List<Integer> edges) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int edge : edges) {
      String from = graph.name(siblings.childOf(graph.importer(edge)));
      String to = graph.name(siblings.childOf(graph.imported(edge)));
      counts.merge(from + " " + to, 1, Integer::sum);
    }
    List<Dependency> dependencies = new ArrayList<>();
    counts.forEach(
        (ends, count) -> {
          int space = ends.indexOf(' ');
          dependencies.add(
              new Dependency(ends.substring(0, space), ends.substring(space + 1), count));
        });
    return new Violation.Cycle(graph.name(ancestor), dependencies, edges(edges));
  }
}
