package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferry.facts.GitObjects;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;
import dev.ferry.plan.Plan.PlannedUnit;
import dev.ferry.plan.safety.Conflict;
import dev.ferry.plan.safety.Schedule;
import dev.ferry.python.Python;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The three real batches against the real repository, where a clone is given. */
final class RealRepositoryTest {
  private static final String BASE = "c4acf018f";

  @Test
  void everyRowOfTheRealBatchesEndsAsItsPlaceSays() throws IOException {
    String repository = System.getProperty("ferry.real.repository");
    assumeTrue(
        repository != null,
        "no clone of LukhasAI/Lukhas: name one by -Dferry.real.repository=DIRECTORY");
    Snapshot snapshot = read(Path.of(repository));
    PythonLayout layout = new PythonLayout();
    MovePlanner planner = new MovePlanner(layout, new PythonReferences());
    long start = System.nanoTime();
    Plan plan = new BatchPlanner(layout, planner).plan(snapshot, batches(), MoveOptions.standard());
    System.out.printf("all rows planned in %d ms%n", (System.nanoTime() - start) / 1_000_000);

    Map<Code, List<Problem>> blocked = new TreeMap<>();
    List<RowPlan> movable = new ArrayList<>();
    int inPlace = 0;
    for (RowPlan row : plan.rows()) {
      switch (row) {
        case RowPlan.Movable found -> movable.add(found);
        case RowPlan.InPlace _ -> inPlace++;
        case RowPlan.Blocked(BatchRow _, Problem problem) ->
            blocked.computeIfAbsent(problem.code(), key -> new ArrayList<>()).add(problem);
      }
    }
    blocked.values().forEach(problems -> problems.forEach(System.out::println));
    assertThat(movable).hasSize(123);
    assertThat(inPlace).isEqualTo(15);
    assertThat(blocked.keySet()).containsExactly(Code.M002, Code.M003, Code.R001);
    assertThat(blocked.get(Code.M002)).hasSize(4);
    assertThat(blocked.get(Code.R001)).hasSize(1);
    assertThat(blocked.get(Code.M003)).hasSize(1);

    List<PlannedUnit> preparations =
        plan.units().stream().filter(unit -> unit.unit().kind() == Unit.Kind.PREPARATION).toList();
    assertThat(preparations)
        .extracting(unit -> unit.unit().first().destination())
        .containsExactly("core/governance/__init__.py");
    assertThat(plan.units())
        .filteredOn(unit -> unit.unit().dependsOn().contains("core.governance"))
        .hasSize(30);

    Schedule schedule = Schedule.of(snapshot, plan, false);
    // 21 pairs meet in import statements; one more meets in the __all__ of labs/bridge/api
    assertThat(schedule.conflicts()).hasSize(22);
    assertThat(schedule.conflicts())
        .filteredOn(
            conflict ->
                conflict
                    .reasons()
                    .equals(List.of(new Conflict.Reason.SameFile("labs/bridge/api/__init__.py"))))
        .extracting(Conflict::first, Conflict::second)
        .containsExactly(tuple("labs.bridge.api.controllers", "labs.bridge.api.api"));
    assertThat(schedule.cycles()).isEmpty();
    assertThat(schedule.order()).hasSize(124);
    assertThat(schedule.groups().getFirst()).hasSizeGreaterThanOrEqualTo(31);
  }

  private static Snapshot read(Path repository) {
    GitObjects objects = new GitObjects(repository);
    ObjectId tree = objects.treeOf(BASE);
    return new SnapshotReader(new Python(), objects, Optional.empty())
        .read(tree, objects.listing(tree));
  }

  private static List<Batch> batches() throws IOException {
    List<Batch> batches = new ArrayList<>();
    for (String name : List.of("batch_matriz.tsv", "batch_core.tsv", "batch_serve.tsv")) {
      List<BatchRow> rows = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("src/test/resources/lukhas", name))) {
        String[] columns = line.split("\t", -1);
        Move move = new Move(columns[0], columns[1], columns[2]);
        rows.add(new BatchRow(name, rows.size() + 1, move));
      }
      batches.add(new Batch(name, rows));
    }
    return batches;
  }
}
