package dev.ferry.plan.binding;

import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.lanes.ContractResult;
import dev.ferry.lanes.LaneConfiguration;
import dev.ferry.lanes.LaneGuard;
import dev.ferry.lanes.Violation;
import dev.ferry.lanes.Violation.Link;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.plan.Binding;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.MovePlanner;
import dev.ferry.plan.Rename;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rows that would break an import contract alone and keep it where rows of the same batch on
 * the broken chains move along. Only rows that reach another one by imports, or are reached, can be
 * helped so; the others are left to the gate.
 */
public final class LaneBindings {
  private final Snapshot base;
  private final MovePlanner planner;
  private final MoveOptions options;
  private final LaneConfiguration contracts;
  private final LaneGuard guard;

  /**
   * What binds, and what does not help.
   *
   * @param problems rows that break a contract whatever moves along
   */
  public record Found(List<Binding> bindings, List<Problem> problems) {
    public Found {
      bindings = List.copyOf(bindings);
      problems = List.copyOf(problems);
    }
  }

  /** A contract that is broken, and the modules from the importer to what it must not import. */
  private record Broken(String contract, List<String> chain) {}

  public LaneBindings(
      Snapshot base, MovePlanner planner, MoveOptions options, LaneConfiguration contracts) {
    this.base = base;
    this.planner = planner;
    this.options = options;
    this.contracts = contracts;
    this.guard = LaneGuard.of(base, contracts, false);
  }

  /** Looks at each batch by itself: rows of two batches cannot be in one commit. */
  public Found among(List<Batch> batches) {
    List<Binding> bindings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Batch batch : batches) {
      Map<String, BatchRow> bySource = new LinkedHashMap<>();
      for (BatchRow row : batch.rows()) {
        if (!row.move().isInPlace()) {
          bySource.putIfAbsent(row.move().source(), row);
        }
      }
      for (BatchRow row : joined(bySource)) {
        judge(row, bySource, bindings, problems);
      }
    }
    return new Found(bindings, problems);
  }

  private void judge(
      BatchRow row,
      Map<String, BatchRow> bySource,
      List<Binding> bindings,
      List<Problem> problems) {
    Set<BatchRow> together = new LinkedHashSet<>(Set.of(row));
    List<Broken> alone = broken(together).orElse(List.of());
    List<Broken> still = alone;
    while (!still.isEmpty()) {
      if (!together.addAll(onChains(still, bySource))) {
        break;
      }
      still = broken(together).orElse(alone);
    }
    if (alone.isEmpty()) {
      return;
    }
    Broken first = alone.getFirst();
    String module = row.move().module();
    if (still.isEmpty()) {
      List<BatchRow> inOrder = bySource.values().stream().filter(together::contains).toList();
      bindings.add(
          new Binding(inOrder, new Binding.Reason.Lane(module, first.contract(), first.chain())));
    } else {
      Broken left = still.getFirst();
      String chain = String.join(" -> ", left.chain());
      problems.add(Problem.at(row.batch(), row.line(), Code.R087, module, left.contract(), chain));
    }
  }

  /** Rows whose modules stand on broken chains under their old names. */
  private List<BatchRow> onChains(List<Broken> broken, Map<String, BatchRow> bySource) {
    Set<String> names = new HashSet<>();
    broken.forEach(each -> names.addAll(each.chain()));
    return bySource.values().stream()
        .filter(
            row -> base.modules().namesOf(row.move().source()).stream().anyMatch(names::contains))
        .toList();
  }

  /** What these rows would break together that base keeps; nothing where they cannot be moved. */
  private Optional<List<Broken>> broken(Set<BatchRow> rows) {
    List<Move> moves = rows.stream().map(BatchRow::move).toList();
    MovePlan plan = planner.plan(base, moves, options);
    if (plan.isRefused()) {
      return Optional.empty();
    }
    Snapshot after = base.after(plan.changes());
    Map<String, String> moved = new HashMap<>();
    for (Rename rename : plan.renames()) {
      List<String> old = base.modules().namesOf(rename.source());
      List<String> fresh = after.modules().namesOf(rename.destination());
      for (int i = 0; i < Math.min(old.size(), fresh.size()); i++) {
        moved.put(old.get(i), fresh.get(i));
      }
    }
    List<Broken> broken = new ArrayList<>();
    for (ContractResult result :
        LaneGuard.of(after, contracts.after(moved), false).reportSince(guard, moved).results()) {
      for (Violation violation : result.violations()) {
        String contract = result.contract().head().name();
        chains(violation).forEach(chain -> broken.add(new Broken(contract, modules(chain))));
      }
    }
    return Optional.of(broken);
  }

  private static List<List<Link>> chains(Violation violation) {
    return switch (violation) {
      case Violation.NotAllowed(String _, String _, List<Violation.Route> routes) ->
          routes.stream().map(Violation.Route::chain).toList();
      case Violation.ProtectedImports(String _, String _, List<Link> links) -> single(links);
      case Violation.PrivateImports(List<Link> links) -> single(links);
      case Violation.Cycle(String _, var _, List<Link> links) -> single(links);
      case Violation.Undeclared(List<String> _) -> List.of();
    };
  }

  private static List<List<Link>> single(List<Link> links) {
    return links.stream().map(List::of).toList();
  }

  private static List<String> modules(List<Link> chain) {
    List<String> modules = new ArrayList<>(List.of(chain.getFirst().importer()));
    chain.forEach(link -> modules.add(link.imported()));
    return modules;
  }

  /** Rows that reach another row of the batch by imports, over any files, or are reached. */
  private List<BatchRow> joined(Map<String, BatchRow> bySource) {
    Set<String> joined = new HashSet<>();
    for (String source : bySource.keySet()) {
      for (String reached : reached(source)) {
        if (!reached.equals(source) && bySource.containsKey(reached)) {
          joined.add(source);
          joined.add(reached);
        }
      }
    }
    return bySource.entrySet().stream()
        .filter(row -> joined.contains(row.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Set<String> reached(String source) {
    Set<String> seen = new LinkedHashSet<>(Set.of(source));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (ResolvedImport resolved : base.graph().importsOf(open.remove())) {
        ModuleGraph.targetPath(resolved.target()).filter(seen::add).ifPresent(open::add);
      }
    }
    return seen;
  }
}
