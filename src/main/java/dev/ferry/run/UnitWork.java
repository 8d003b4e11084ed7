package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The units of a run, each worked once. Safe for several threads, as long as no two of them ask for
 * the same unit, nor for one that stands on another's unit that has not ended.
 */
final class UnitWork {
  private final Workbench workbench;
  private final Ground ground;
  private final Map<String, String> batches;
  private final Map<String, Plan.PlannedUnit> planned = new HashMap<>();
  private final Map<String, UnitEnd> ends = new ConcurrentHashMap<>();
  private final Map<ObjectId, Snapshot> snapshots = new HashMap<>();

  /**
   * What a run starts from.
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
      dev.ferry.plan.MoveOptions moves,
      Map<String, Outcome> published) {}

  /**
   * @param batches names of the batches that units come from, by the unit's id; none for a
   *     preparation
   */
  UnitWork(Workbench workbench, Ground ground, Map<String, String> batches) {
    this.workbench = workbench;
    this.ground = ground;
    this.batches = Map.copyOf(batches);
    ground.plan().units().forEach(unit -> planned.put(unit.unit().id(), unit));
    ground.published().forEach((id, outcome) -> ends.put(id, new UnitEnd(outcome, List.of())));
  }

  /** Works a unit, and before it what it stands on; what was worked before is not worked again. */
  UnitEnd work(String id, UnitWorker worker) {
    UnitEnd known = ends.get(id);
    if (known == null) {
      known = fresh(plannedUnit(id).unit(), worker);
      ends.put(id, known);
    }
    return known;
  }

  private UnitEnd fresh(Unit unit, UnitWorker worker) {
    ObjectId parent = ground.commit();
    for (String first : unit.dependsOn()) {
      Outcome outcome = work(first, worker).outcome();
      if (!(outcome instanceof Outcome.Integrated(String _, ObjectId commit))) {
        Problem why = Problem.of(Code.R029, unit.id(), first);
        return new UnitEnd(new Outcome.Failed(Step.CHECK_DEPS, why), List.of());
      }
      parent = commit;
    }
    return worker.work(job(unit, parent));
  }

  /** On another unit's commit the plan is made again: that commit may hold more than its moves. */
  private UnitJob job(Unit unit, ObjectId parent) {
    String batch = batches.getOrDefault(unit.id(), "");
    if (parent.equals(ground.commit())) {
      MovePlan plan = plannedUnit(unit.id()).moves();
      return new UnitJob(unit, batch, parent, ground.snapshot(), plan);
    }
    // planning remembers what it looked up in a tree: one plan at a time
    synchronized (snapshots) {
      Snapshot before = snapshots.computeIfAbsent(parent, workbench::snapshot);
      MovePlan plan = workbench.instruments().planner().plan(before, unit.moves(), ground.moves());
      return new UnitJob(unit, batch, parent, before, plan);
    }
  }

  private Plan.PlannedUnit plannedUnit(String id) {
    Plan.PlannedUnit unit = planned.get(id);
    if (unit == null) {
      throw new IllegalStateException("a unit that was not planned: " + id);
    }
    return unit;
  }
}
