package dev.ferry.lanes;

import dev.ferry.lanes.Violation.Link;
import dev.ferry.lanes.Violation.Route;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Violations as things to tell, each with the file and the line of the import to cut. */
public final class LaneFinding {
  private LaneFinding() {}

  /** Those of all contracts, with what was wrong with the contracts themselves. */
  public static List<Problem> all(LaneReport report) {
    List<Problem> problems = new ArrayList<>();
    for (ContractResult result : report.results()) {
      problems.addAll(of(result));
      problems.addAll(result.problems());
    }
    problems.addAll(report.notes());
    return problems;
  }

  /** One for each chain, import or module; the shortest chains first. */
  public static List<Problem> of(ContractResult result) {
    String contract = result.contract().head().name();
    List<Problem> problems = new ArrayList<>();
    for (Violation violation : result.violations()) {
      switch (violation) {
        case Violation.NotAllowed(String importer, String imported, List<Route> routes) ->
            routes.stream()
                .sorted(Comparator.comparingInt(route -> route.chain().size()))
                .forEach(route -> problems.add(chain(importer, imported, route, contract)));
        case Violation.ProtectedImports(String module, String expression, List<Link> links) ->
            links.forEach(link -> problems.add(link(Code.N031, link, contract)));
        case Violation.PrivateImports(List<Link> links) ->
            links.forEach(link -> problems.add(link(Code.N032, link, contract)));
        case Violation.Undeclared(List<String> modules) ->
            modules.forEach(each -> problems.add(Problem.of(Code.N033, each, contract)));
        case Violation.Cycle(String ancestor, var dependencies, List<Link> links) ->
            links.forEach(link -> problems.add(link(Code.N034, link, ancestor, contract)));
      }
    }
    return problems;
  }

  private static Problem chain(String importer, String imported, Route route, String contract) {
    Link cut = route.chain().getFirst();
    String steps = route.chain().stream().map(LaneFinding::step).collect(Collectors.joining(", "));
    return at(cut, Code.N030, importer, imported, steps, arrow(cut), contract);
  }

  private static Problem link(Code code, Link link, String... rest) {
    List<String> arguments = new ArrayList<>(List.of(link.importer(), link.imported()));
    arguments.addAll(List.of(rest));
    return at(link, code, arguments.toArray(String[]::new));
  }

  private static Problem at(Link link, Code code, String... arguments) {
    int line = link.lines().isEmpty() ? 0 : link.lines().getFirst();
    return link.path().isEmpty()
        ? Problem.of(code, arguments)
        : Problem.at(link.path(), line, code, arguments);
  }

  private static String arrow(Link link) {
    return link.importer() + " -> " + link.imported();
  }

  private static String step(Link link) {
    return arrow(link)
        + link.lines().stream()
            .map(line -> "l." + line)
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
