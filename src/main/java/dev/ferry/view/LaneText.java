package dev.ferry.view;

import dev.ferry.lanes.Contract;
import dev.ferry.lanes.ContractResult;
import dev.ferry.lanes.LaneReport;
import dev.ferry.lanes.Violation;
import dev.ferry.lanes.Violation.Link;
import dev.ferry.lanes.Violation.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How import contracts ended, in the words of import-linter where it has words for it. */
public final class LaneText {
  private final Palette palette;
  private final ProblemText problems;
  private final StringBuilder out = new StringBuilder();

  private LaneText(Palette palette, Messages messages) {
    this.palette = palette;
    this.problems = new ProblemText(messages, palette);
  }

  public static String of(LaneReport report, Palette palette, Messages messages) {
    LaneText text = new LaneText(palette, messages);
    text.write(report);
    return text.out.toString();
  }

  private void write(LaneReport report) {
    out.append(
        String.format(
            Locale.ROOT,
            "Analyzed %,d files, %,d dependencies.%n%n",
            report.modules(),
            report.imports()));
    report.results().forEach(this::verdict);
    out.append('\n');
    for (ContractResult result : report.results()) {
      if (!result.violations().isEmpty() || !result.problems().isEmpty()) {
        details(result);
      }
    }
    out.append(
        String.format(
            Locale.ROOT, "Contracts: %d kept, %d broken", report.kept(), report.broken()));
    if (report.failed() > 0) {
      out.append(String.format(Locale.ROOT, ", %d not judged", report.failed()));
    }
    out.append(".\n");
  }

  private void verdict(ContractResult result) {
    String word =
        switch (result.status()) {
          case KEPT -> palette.good("KEPT");
          case BROKEN -> palette.bad("BROKEN");
          case ERROR -> palette.bad("ERROR");
        };
    List<String> more = new ArrayList<>();
    if (result.ignored() > 0) {
      more.add(counted(result.ignored(), "ignored import"));
    }
    if (result.standing() > 0) {
      more.add(result.standing() + " standing at base");
    }
    long warnings = result.status() == ContractResult.Status.ERROR ? 0 : result.problems().size();
    if (warnings > 0) {
      more.add(counted(warnings, "warning"));
    }
    out.append(Printable.line(result.contract().head().name())).append(' ').append(word);
    if (!more.isEmpty()) {
      out.append(" (").append(String.join(", ", more)).append(')');
    }
    out.append('\n');
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void details(ContractResult result) {
    Contract.Head head = result.contract().head();
    String name = Printable.line(head.name());
    out.append(palette.strong(name)).append('\n').append("-".repeat(name.length())).append("\n\n");
    out.append(problems.render(result.problems()));
    if (!result.problems().isEmpty()) {
      out.append('\n');
    }
    result.violations().forEach(this::violation);
    if (!result.violations().isEmpty() && !head.guidance().isBlank()) {
      head.guidance().lines().forEach(line -> out.append(Printable.line(line)).append('\n'));
      out.append('\n');
    }
  }

  private void violation(Violation violation) {
    switch (violation) {
      case Violation.NotAllowed(String importer, String imported, List<Route> routes) -> {
        out.append(importer).append(" is not allowed to import ").append(imported).append(":\n\n");
        routes.forEach(this::route);
        fix(routes);
      }
      case Violation.ProtectedImports(String module, String expression, List<Link> links) -> {
        out.append("Illegal imports of protected package ").append(module);
        out.append(expression.isEmpty() ? "" : " (via " + expression + " expression)")
            .append(":\n\n");
        links.forEach(this::link);
      }
      case Violation.PrivateImports(List<Link> links) -> {
        out.append("Private modules may only be imported from within their parent package:\n\n");
        links.forEach(this::link);
      }
      case Violation.Undeclared(List<String> modules) -> {
        out.append("The following modules are not listed as layers:\n\n");
        modules.forEach(module -> out.append("- ").append(module).append('\n'));
        out.append("\n(Since this contract is marked as 'exhaustive', every child of every")
            .append(" container must be declared as a layer.)\n\n");
      }
      case Violation.Cycle cycle -> cycle(cycle);
    }
  }

  private void route(Route route) {
    List<Link> chain = route.chain();
    for (int i = 0; i < chain.size(); i++) {
      Link link = chain.get(i);
      boolean first = i == 0;
      out.append(first ? "-   " : "    ").append(link.importer());
      if (first) {
        for (Link other : route.otherFirsts()) {
          // the imports that could take the first one's place lead to the same module
          out.append(' ').append(lines(i == 0 ? previous(route, other) : other));
          out.append("\n    & ").append(other.importer());
        }
        link = route.otherFirsts().isEmpty() ? link : route.otherFirsts().getLast();
      }
      out.append(" -> ").append(link.imported()).append(' ').append(lines(link)).append('\n');
    }
    String indent = " ".repeat(chain.getLast().importer().length() + 4);
    for (Link other : route.otherLasts()) {
      out.append("    ").append(indent).append("& ").append(other.imported());
      out.append(' ').append(lines(other)).append('\n');
    }
    out.append('\n');
  }

  /** The one that is told before another beginning of a chain. */
  private static Link previous(Route route, Link other) {
    int at = route.otherFirsts().indexOf(other);
    return at == 0 ? route.chain().getFirst() : route.otherFirsts().get(at - 1);
  }

  /** Where to begin: the first import of the shortest chain stands in the importer's own file. */
  private void fix(List<Route> routes) {
    Route shortest =
        routes.stream().min(Comparator.comparingInt(route -> route.chain().size())).orElseThrow();
    Link link = shortest.chain().getFirst();
    out.append("  ").append(palette.faint("fix:")).append(" cut ");
    out.append(link.importer()).append(" -> ").append(link.imported()).append(place(link));
    out.append(routes.size() > 1 ? ", then the other chains\n\n" : "\n\n");
  }

  private static String place(Link link) {
    return link.path().isEmpty() || link.lines().isEmpty()
        ? ""
        : " (" + Printable.line(link.path()) + ":" + link.lines().getFirst() + ")";
  }

  private void link(Link link) {
    out.append("- ").append(link.importer()).append(" -> ").append(link.imported());
    out.append(' ').append(lines(link)).append("\n\n");
  }

  static String lines(Link link) {
    return link.lines().stream()
        .map(line -> "l." + line)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void cycle(Violation.Cycle cycle) {
    int count = cycle.dependencies().size();
    out.append("No cycles are allowed in ").append(cycle.ancestor()).append(".\n");
    out.append("It could be made acyclic by removing ").append(count);
    out.append(count == 1 ? " dependency:\n\n" : " dependencies:\n\n");
    for (Violation.Dependency each : cycle.dependencies()) {
      out.append("- .").append(tail(each.importer())).append(" -> .").append(tail(each.imported()));
      out.append(" (").append(counted(each.imports(), "import")).append(")\n");
    }
    for (Link link : cycle.links()) {
      out.append("    ").append(link.importer()).append(" -> ").append(link.imported());
      out.append(' ').append(lines(link)).append('\n');
    }
    out.append('\n');
  }

  private static String tail(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
