package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Unit;
import dev.ferry.plan.Binding;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.Plan;
import dev.ferry.plan.RowPlan;
import dev.ferry.plan.UnifiedDiff;
import dev.ferry.plan.safety.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run of batches would come to: the plan of the rows that remain, and who waits for whom.
 * Changes nothing.
 */
public record BatchSchedule(Snapshot base, Plan plan, Schedule schedule) {
  /**
   * Plans what remains.
   *
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   * @param sameDirectory whether units with destinations in one directory wait for each other
   * @throws ProblemException where a batch cannot be understood
   */
  public static BatchSchedule of(Workbench workbench, List<String> named, boolean sameDirectory) {
    Map<String, Path> files = workbench.batchFiles(named);
    BatchesReading reading = BatchesReading.of(files);
    if (!reading.isWhole()) {
      throw new ProblemException(reading.findings().shown());
    }
    List<Batch> remaining =
        new OpenBatches(workbench)
            .open(reading, files).stream()
                .map(open -> new Batch(open.batch().file(), open.remaining()))
                .toList();
    Snapshot snapshot = workbench.snapshot(workbench.base().commit());
    MoveOptions moves = MoveSettings.of(workbench.configuration().rewriting());
    List<Binding> bindings = new UnitBindings(workbench).of(snapshot, reading.batches(), remaining);
    Plan plan = workbench.instruments().batchPlanner().plan(snapshot, remaining, moves, bindings);
    return new BatchSchedule(snapshot, plan, Schedule.of(snapshot, plan, sameDirectory));
  }

  /** A unit with the patch that its commit comes to, a test that ferry would write left out. */
  public record UnitPatch(Unit unit, byte[] patch) {}

  /** The patches of all units in their order, each on what it stands on; made one by one. */
  public Stream<UnitPatch> patches() {
    Map<String, Plan.PlannedUnit> byId = new HashMap<>();
    plan.units().forEach(planned -> byId.put(planned.unit().id(), planned));
    return schedule.order().stream()
        .map(id -> Objects.requireNonNull(byId.get(id)))
        .map(
            planned ->
                new UnitPatch(
                    planned.unit(), UnifiedDiff.of(before(planned, byId), planned.moves())));
  }

  private Snapshot before(Plan.PlannedUnit planned, Map<String, Plan.PlannedUnit> byId) {
    Snapshot before = base;
    for (String first : planned.unit().dependsOn()) {
      before = before.after(Objects.requireNonNull(byId.get(first)).moves().changes());
    }
    return before;
  }

  /** Why rows are not moved. */
  public List<Problem> blocked() {
    List<Problem> problems = new ArrayList<>();
    for (RowPlan row : plan.rows()) {
      if (row instanceof RowPlan.Blocked(BatchRow at, Problem why)) {
        problems.add(
            Problem.at(at.batch(), at.line(), why.code(), why.arguments().toArray(String[]::new)));
      }
    }
    return problems;
  }
}
