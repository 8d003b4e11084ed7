package dev.ferry.plan;

import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeListing;
import dev.ferry.model.Unit;
import dev.ferry.plan.Plan.PlannedUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans whole batches: each row a unit of its own, derived from the base; where a module stands in
 * the way of a package, a unit that makes it the package comes first, once, and the rows behind it
 * are derived from the tree that it leaves (rule 20).
 */
public final class BatchPlanner {
  private final ModuleLayout layout;
  private final MovePlanner planner;

  public BatchPlanner(ModuleLayout layout, MovePlanner planner) {
    this.layout = layout;
    this.planner = planner;
  }

  public Plan plan(Snapshot base, List<Batch> batches, MoveOptions options) {
    Planning planning = new Planning(base, options);
    for (Batch batch : batches) {
      batch.rows().forEach(planning::add);
    }
    return new Plan(planning.rows, planning.units);
  }

  /** A unit that prepares the way, and the tree that it leaves; no plan where it is refused. */
  private record Preparation(PlannedUnit unit, Snapshot after) {}

  /** One run of the planner. */
  private final class Planning {
    private final Snapshot base;
    private final MoveOptions options;
    private final List<RowPlan> rows = new ArrayList<>();
    private final List<PlannedUnit> units = new ArrayList<>();

    /** By the source of the module that stands in the way. */
    private final Map<String, Preparation> preparations = new LinkedHashMap<>();

    Planning(Snapshot base, MoveOptions options) {
      this.base = base;
      this.options = options;
    }

    void add(BatchRow row) {
      rows.add(plan(row));
    }

    private RowPlan plan(BatchRow row) {
      Move move = row.move();
      TreeListing tree = base.listing();
      boolean there = tree.containsFile(move.source()) || tree.containsDirectory(move.source());
      if (move.isInPlace() && there) {
        return new RowPlan.InPlace(row);
      }
      boolean arrived =
          tree.containsFile(move.destination()) || tree.containsDirectory(move.destination());
      if (!there && arrived) {
        return new RowPlan.Blocked(row, Problem.of(Code.R001, move.destination(), move.source()));
      }
      List<String> dependsOn = new ArrayList<>();
      Snapshot start = base;
      Optional<Move> way = there ? inTheWay(start, move) : Optional.empty();
      while (way.isPresent()) {
        Preparation preparation = prepare(start, way.get(), dependsOn);
        if (preparation.unit().moves().isRefused()) {
          return blocked(row, preparation.unit().moves());
        }
        dependsOn.add(preparation.unit().unit().id());
        start = preparation.after();
        way = inTheWay(start, move);
      }
      MovePlan plan = planner.plan(start, List.of(move), options);
      if (plan.isRefused()) {
        return blocked(row, plan);
      }
      Unit unit = new Unit(move.module(), Unit.Kind.ROWS, List.of(move), dependsOn);
      units.add(new PlannedUnit(unit, plan));
      return new RowPlan.Movable(row, unit);
    }

    private Optional<Move> inTheWay(Snapshot snapshot, Move move) {
      return layout.moduleInTheWay(snapshot.listing(), snapshot.modules(), move.destination());
    }

    private RowPlan blocked(BatchRow row, MovePlan plan) {
      return new RowPlan.Blocked(row, plan.refusals().getFirst());
    }

    private Preparation prepare(Snapshot start, Move move, List<String> dependsOn) {
      Preparation known = preparations.get(move.source());
      if (known != null) {
        return known;
      }
      MovePlan plan = planner.plan(start, List.of(move), options);
      Unit unit =
          new Unit(move.module(), Unit.Kind.PREPARATION, List.of(move), List.copyOf(dependsOn));
      PlannedUnit planned = new PlannedUnit(unit, plan);
      Preparation preparation = new Preparation(planned, planner.after(start, plan));
      preparations.put(move.source(), preparation);
      if (!plan.isRefused()) {
        units.add(planned);
      }
      return preparation;
    }
  }
}
