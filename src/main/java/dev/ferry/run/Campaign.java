package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.Plan;
import dev.ferry.plan.RowPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works rows of batches, one after the other, in the order of their files; what a row stands on is
 * worked before it, once. For one thread.
 */
final class Campaign {
  private final Workbench workbench;
  private final List<OpenBatch> batches;
  private final Ground ground;
  private final UnitIntegration integration;
  private final RunOptions options;
  private final RowListener listener;

  private final Map<BatchRow, RowPlan> rows = new LinkedHashMap<>();
  private final Map<String, Plan.PlannedUnit> planned = new HashMap<>();
  private final Map<String, Outcome> units = new HashMap<>();
  private final Map<ObjectId, Snapshot> snapshots = new HashMap<>();

  /**
   * What a campaign starts from.
   *
   * @param commit the base
   * @param snapshot of that commit
   * @param plan of the rows that remain
   * @param published branches of units that others stand on, from earlier runs
   */
  record Ground(
      ObjectId commit,
      Snapshot snapshot,
      Plan plan,
      MoveOptions moves,
      Map<String, Outcome> published) {}

  Campaign(
      Workbench workbench,
      List<OpenBatch> batches,
      Ground ground,
      UnitIntegration integration,
      RunOptions options,
      RowListener listener) {
    this.workbench = workbench;
    this.batches = batches;
    this.ground = ground;
    this.integration = integration;
    this.options = options;
    this.listener = listener;
    ground.plan().rows().forEach(row -> rows.put(row.row(), row));
    ground.plan().units().forEach(unit -> planned.put(unit.unit().id(), unit));
    units.putAll(ground.published());
  }

  /**
   * Works rows until one is integrated or verified; those on the way that cannot be moved are told.
   * A row that fails ends it, unless the run keeps going.
   */
  List<RowEnd> next() {
    List<RowEnd> ends = new ArrayList<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.remaining()) {
        RowEnd end = work(open, row);
        ends.add(end);
        boolean failed = end.outcome() instanceof Outcome.Failed;
        if (end.isFinished() || (failed && !options.keepGoing())) {
          return ends;
        }
      }
    }
    return ends;
  }

  /** Works one row, and before it what it stands on. */
  List<RowEnd> only(BatchRow row) {
    OpenBatch open =
        batches.stream()
            .filter(each -> each.batch().rows().contains(row))
            .findFirst()
            .orElseThrow();
    return List.of(work(open, row));
  }

  /** Works every row, to the end or to the first failure; says of every row how it stands. */
  List<RowEnd> all() {
    List<RowEnd> ends = new ArrayList<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        RowEnd end = open.isDone(row) ? standing(open, row) : work(open, row);
        ends.add(end);
        if (endsTheRun(end.outcome())) {
          return ends;
        }
      }
    }
    return ends;
  }

  /** A module that the operator could not mend was reset: others do not depend on it. */
  private boolean endsTheRun(Outcome outcome) {
    return outcome instanceof Outcome.Failed(Step _, Problem why)
        && !options.keepGoing()
        && !Repairs.cameToNothing(why.code());
  }

  private static RowEnd standing(OpenBatch open, BatchRow row) {
    Outcome known = open.standing().get(row);
    if (known == null) {
      known = row.move().isInPlace() ? new Outcome.InPlace() : new Outcome.Skipped(byFile(row));
    }
    return new RowEnd(row, known, List.of(), false);
  }

  private static Problem byFile(BatchRow row) {
    return Problem.at(row.batch(), row.line(), Code.R038, row.move().module());
  }

  private RowEnd work(OpenBatch open, BatchRow row) {
    listener.rowStarted();
    Outcome outcome =
        switch (rowPlan(row)) {
          case RowPlan.InPlace _ -> new Outcome.InPlace();
          case RowPlan.Blocked(BatchRow _, Problem why) -> blocked(row, why);
          case RowPlan.Movable(BatchRow _, Unit unit) -> work(unit, open.batch().name());
        };
    RowEnd end = new RowEnd(row, outcome, listener.gates(), true);
    if (end.isFinished()) {
      open.finished().add(row);
    }
    listener.ended(row.move().module(), outcome);
    return end;
  }

  private RowPlan rowPlan(BatchRow row) {
    RowPlan plan = rows.get(row);
    if (plan == null) {
      throw new IllegalStateException("a row that was not planned: " + row);
    }
    return plan;
  }

  /** A row that somebody moved already is no row to mend. */
  private static Outcome blocked(BatchRow row, Problem why) {
    Problem placed =
        why.file() == null
            ? Problem.at(
                row.batch(), row.line(), why.code(), why.arguments().toArray(String[]::new))
            : why;
    return why.code() == Code.R001 ? new Outcome.Skipped(placed) : new Outcome.Blocked(placed);
  }

  /** Works a unit, and before it what it stands on; each unit once a run. */
  private Outcome work(Unit unit, String batch) {
    Outcome known = units.get(unit.id());
    if (known == null) {
      known = fresh(unit, batch);
      units.put(unit.id(), known);
    }
    return known;
  }

  private Outcome fresh(Unit unit, String batch) {
    ObjectId parent = ground.commit();
    for (String first : unit.dependsOn()) {
      Outcome outcome = work(plannedUnit(first).unit(), "");
      if (!(outcome instanceof Outcome.Integrated(String _, ObjectId commit))) {
        return new Outcome.Failed(Step.CHECK_DEPS, Problem.of(Code.R029, unit.id(), first));
      }
      parent = commit;
    }
    return integration.integrate(job(unit, batch, parent));
  }

  /** On another unit's commit the plan is made again: that commit may hold more than its moves. */
  private UnitJob job(Unit unit, String batch, ObjectId parent) {
    if (parent.equals(ground.commit())) {
      MovePlan plan = plannedUnit(unit.id()).moves();
      return new UnitJob(unit, batch, parent, ground.snapshot(), plan);
    }
    Snapshot before = snapshots.computeIfAbsent(parent, workbench::snapshot);
    MovePlan plan = workbench.instruments().planner().plan(before, unit.moves(), ground.moves());
    return new UnitJob(unit, batch, parent, before, plan);
  }

  private Plan.PlannedUnit plannedUnit(String id) {
    Plan.PlannedUnit unit = planned.get(id);
    if (unit == null) {
      throw new IllegalStateException("a unit that was not planned: " + id);
    }
    return unit;
  }

  /** Hears what happens to the row that is worked on, and remembers its gates. */
  interface RowListener {
    void rowStarted();

    List<dev.ferry.model.GateResult> gates();

    void ended(String module, Outcome outcome);
  }
}
