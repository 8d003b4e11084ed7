package dev.ferry.view;

import dev.ferry.lanes.Violation;
import dev.ferry.lanes.Violation.Link;
import dev.ferry.lanes.Violation.Route;
import java.util.ArrayList;
import java.util.List;

/** The chains and imports that break a contract, for programs. */
final class LaneJson {
  private LaneJson() {}

  static void violations(Json json, List<Violation> violations) {
    List<Violation.NotAllowed> chains = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<String> undeclared = new ArrayList<>();
    for (Violation violation : violations) {
      switch (violation) {
        case Violation.NotAllowed notAllowed -> chains.add(notAllowed);
        case Violation.ProtectedImports imports -> links.addAll(imports.links());
        case Violation.PrivateImports imports -> links.addAll(imports.links());
        case Violation.Undeclared(List<String> modules) -> undeclared.addAll(modules);
        case Violation.Cycle cycle -> links.addAll(cycle.links());
      }
    }
    json.array("chains", chains, LaneJson::chains);
    json.array("links", links, LaneJson::link);
    json.texts("undeclared", undeclared);
  }

  private static void chains(Json json, Violation.NotAllowed notAllowed) {
    json.text("importer", notAllowed.importer())
        .text("imported", notAllowed.imported())
        .array("routes", notAllowed.routes(), LaneJson::route);
  }

  private static void route(Json json, Route route) {
    json.array("chain", route.chain(), LaneJson::link)
        .array("otherFirsts", route.otherFirsts(), LaneJson::link)
        .array("otherLasts", route.otherLasts(), LaneJson::link);
  }

  private static void link(Json json, Link link) {
    json.text("importer", link.importer())
        .text("imported", link.imported())
        .text("path", link.path())
        .numbers("lines", link.lines());
  }
}
