package dev.ferry.run;

import dev.ferry.config.Configuration.Stack;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The units of a run, each worked once. Safe for several threads, as long as no two of them ask for
 * the same unit, nor for one that stands on another's unit that has not ended; where all branches
 * stand on each other, for one thread.
 */
final class UnitWork {
  private final Workbench workbench;
  private final Ground ground;
  private final Stack stack;
  private final Map<String, String> batches;
  private final Map<String, Plan.PlannedUnit> planned = new HashMap<>();
  private final Map<String, UnitEnd> ends = new ConcurrentHashMap<>();
  private final Map<ObjectId, Snapshot> snapshots = new HashMap<>();
  private ObjectId top;

  /**
   * What a run starts from.
   *
   * @param commit the base
   * @param snapshot of that commit
   * @param plan of the rows that remain
   * @param published branches of units that others stand on, from earlier runs
   * @param top what the next branch stands on where all stand on each other
   */
  record Ground(
      ObjectId commit,
      Snapshot snapshot,
      Plan plan,
      MoveOptions moves,
      Map<String, Outcome> published,
      ObjectId top) {}

  /**
   * @param stack what branches stand on
   * @param batches names of the batches that units come from, by the unit's id; none for a
   *     preparation
   */
  UnitWork(Workbench workbench, Ground ground, Stack stack, Map<String, String> batches) {
    this.workbench = workbench;
    this.ground = ground;
    this.stack = stack;
    this.batches = Map.copyOf(batches);
    this.top = ground.top();
    ground.plan().units().forEach(unit -> planned.put(unit.unit().id(), unit));
    ground.published().forEach((id, outcome) -> ends.put(id, new UnitEnd(outcome, List.of())));
  }

  /** Works a unit, and before it what it stands on; what was worked before is not worked again. */
  UnitEnd work(String id, UnitWorker worker) {
    UnitEnd known = ends.get(id);
    if (known == null) {
      known = fresh(unit(id), worker);
      ended(id, known);
    }
    return known;
  }

  /** Takes the end of a unit that was worked elsewhere. */
  void ended(String id, UnitEnd end) {
    ends.put(id, end);
    if (stack == Stack.ALL && end.outcome() instanceof Outcome.Integrated(String _, var commit)) {
      top = commit;
    }
  }

  /** How a unit ended, where it did. */
  Optional<UnitEnd> endOf(String id) {
    return Optional.ofNullable(ends.get(id));
  }

  private UnitEnd fresh(Unit unit, UnitWorker worker) {
    ObjectId parent = ground.commit();
    for (String first : unit.dependsOn()) {
      Outcome outcome = work(first, worker).outcome();
      if (!(outcome instanceof Outcome.Integrated(String branch, ObjectId commit))) {
        return standsOnNothing(unit, first);
      }
      if (stack == Stack.NONE) {
        Problem why = Problem.of(Code.R045, unit.id(), first, branch);
        return new UnitEnd(new Outcome.Blocked(why), List.of());
      }
      parent = commit;
    }
    return worker.work(job(unit, stack == Stack.ALL ? top : parent));
  }

  private static UnitEnd standsOnNothing(Unit unit, String first) {
    Problem why = Problem.of(Code.R029, unit.id(), first);
    return new UnitEnd(new Outcome.Failed(Step.CHECK_DEPS, why), List.of());
  }

  /** The end of a unit whose first could not be published; nothing where all of them were. */
  Optional<UnitEnd> without(String id) {
    for (String first : unit(id).dependsOn()) {
      boolean there = endOf(first).map(UnitEnd::isPublished).orElse(false);
      if (!there) {
        return Optional.of(standsOnNothing(unit(id), first));
      }
    }
    return Optional.empty();
  }

  /** On another unit's commit the plan is made again: that commit may hold more than its moves. */
  private UnitJob job(Unit unit, ObjectId parent) {
    if (parent.equals(ground.commit())) {
      MovePlan plan = plannedUnit(unit.id()).moves();
      return new UnitJob(unit, batchOf(unit), parent, ground.snapshot(), plan);
    }
    return jobOn(unit, parent, snapshot(parent));
  }

  /** A unit on any commit, with the tree of that commit. */
  UnitJob jobOn(Unit unit, ObjectId parent, Snapshot before) {
    // planning remembers what it looked up in a tree: one plan at a time
    synchronized (snapshots) {
      MovePlan plan = workbench.instruments().planner().plan(before, unit.moves(), ground.moves());
      return new UnitJob(unit, batchOf(unit), parent, before, plan);
    }
  }

  /** The tree of a commit that the user's repository has. */
  Snapshot snapshot(ObjectId commit) {
    synchronized (snapshots) {
      return commit.equals(ground.commit())
          ? ground.snapshot()
          : snapshots.computeIfAbsent(commit, workbench::snapshot);
    }
  }

  /** What the next branch stands on where all stand on each other. */
  ObjectId top() {
    return top;
  }

  Unit unit(String id) {
    return plannedUnit(id).unit();
  }

  private String batchOf(Unit unit) {
    return batches.getOrDefault(unit.id(), "");
  }

  private Plan.PlannedUnit plannedUnit(String id) {
    Plan.PlannedUnit unit = planned.get(id);
    if (unit == null) {
      throw new IllegalStateException("a unit that was not planned: " + id);
    }
    return unit;
  }
}
