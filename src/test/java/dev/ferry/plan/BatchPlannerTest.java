package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;
import dev.ferry.plan.Plan.PlannedUnit;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchPlannerTest {
  private static final PythonLayout LAYOUT = new PythonLayout();

  private final BatchPlanner planner =
      new BatchPlanner(LAYOUT, new MovePlanner(LAYOUT, new PythonReferences()));

  /** The real repository's situation, small: a module where rows need a package. */
  private final MemoryTree tree =
      MemoryTree.of(
          "core/__init__.py", "",
          "core/base.py", "V = 1\n",
          "core/governance.py", "from .base import V\n",
          "core/taken.py", "",
          "labs/__init__.py", "",
          "labs/governance/__init__.py", "from .guard import f\n",
          "labs/governance/guard.py", "from .ledger import g\n\n\ndef f():\n    return g\n",
          "labs/governance/ledger.py", "def g():\n    pass\n",
          "labs/taken.py", "",
          "MATRIZ/node.py", "",
          "serve/arrived.py", "",
          "serve/api.py", "",
          "main.py", "import core.governance\n\nprint(core.governance.V)\n");

  private Plan plan() {
    List<BatchRow> rows = new ArrayList<>();
    row(rows, "labs.governance.guard", "labs/governance/guard.py", "core/governance/guard.py");
    row(rows, "serve.api", "serve/api.py", "serve/api.py");
    row(rows, "matriz.node", "matriz/node.py", "matriz/node.py");
    row(rows, "labs.arrived", "labs/arrived.py", "serve/arrived.py");
    row(rows, "labs.taken", "labs/taken.py", "core/taken.py");
    row(rows, "labs.governance.ledger", "labs/governance/ledger.py", "core/governance/ledger.py");
    return planner.plan(tree.snapshot(), List.of(new Batch("b.tsv", rows)), MoveOptions.standard());
  }

  private static void row(List<BatchRow> rows, String module, String source, String destination) {
    rows.add(new BatchRow("b.tsv", rows.size() + 1, new Move(module, source, destination)));
  }

  @Test
  void everyRowEndsInOneWay() {
    List<String> ends = new ArrayList<>();
    for (RowPlan row : plan().rows()) {
      ends.add(
          switch (row) {
            case RowPlan.Movable(BatchRow _, Unit unit) -> "movable " + unit.id();
            case RowPlan.InPlace _ -> "in place";
            case RowPlan.Blocked(BatchRow _, Problem problem) -> "blocked " + problem.code();
          });
    }
    assertThat(ends)
        .containsExactly(
            "movable labs.governance.guard",
            "in place",
            "blocked " + Code.M002,
            "blocked " + Code.R001,
            "blocked " + Code.M003,
            "movable labs.governance.ledger");
  }

  /** Rows that stand on the base are planned by several threads. */
  @Test
  void hundredsOfRowsAreEachPlannedAsTheyWouldBeAlone() {
    List<String> files = new ArrayList<>(List.of("core/__init__.py", "", "labs/__init__.py", ""));
    List<BatchRow> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      files.add("labs/m" + i + ".py");
      files.add("from labs.m" + (i * 7 + 1) % 300 + " import v\nfrom . import m" + i / 2 + "\n");
      row(rows, "labs.m" + i, "labs/m" + i + ".py", "core/m" + i + ".py");
    }
    Snapshot many = MemoryTree.of(files.toArray(String[]::new)).snapshot();
    List<Batch> batches = List.of(new Batch("b.tsv", rows));
    Plan together = planner.plan(many, batches, MoveOptions.standard());
    MovePlanner alone = new MovePlanner(LAYOUT, new PythonReferences());
    assertThat(together.units()).hasSameSizeAs(rows);
    for (int i = 0; i < 300; i++) {
      MovePlan expected = alone.plan(many, List.of(rows.get(i).move()), MoveOptions.standard());
      MovePlan planned = together.units().get(i).moves();
      assertThat(together.rows().get(i).row()).isEqualTo(rows.get(i));
      assertThat(planned.edits()).isNotEmpty().isEqualTo(expected.edits());
      assertThat(planned.notes()).isEqualTo(expected.notes());
    }
  }

  @Test
  void aModuleInTheWayBecomesThePackageOnceAndFirst() {
    List<PlannedUnit> units = plan().units();
    assertThat(units)
        .extracting(unit -> unit.unit().id() + " " + unit.unit().kind())
        .containsExactly(
            "core.governance PREPARATION",
            "labs.governance.guard ROWS",
            "labs.governance.ledger ROWS");
    assertThat(units.get(1).unit().dependsOn()).containsExactly("core.governance");
    assertThat(units.get(2).unit().dependsOn()).containsExactly("core.governance");
    MemoryTree prepared = tree.after(units.getFirst().moves().changes());
    assertThat(prepared.text("core/governance/__init__.py")).isEqualTo("from ..base import V\n");
    assertThat(prepared.files()).doesNotContainKey("core/governance.py");
    // its name is the same, so nothing else says anything new
    assertThat(prepared.text("main.py")).isEqualTo(tree.text("main.py"));
  }

  @Test
  void aRowBehindAPreparationIsPlannedOnItsTree() {
    List<PlannedUnit> units = plan().units();
    MemoryTree prepared = tree.after(units.getFirst().moves().changes());
    MemoryTree moved = prepared.after(units.get(1).moves().changes());
    assertThat(moved.text("core/governance/guard.py"))
        .startsWith("from labs.governance.ledger import g\n");
    assertThat(moved.text("labs/governance/__init__.py"))
        .isEqualTo("from core.governance.guard import f\n");
    Snapshot after = moved.snapshot();
    assertThat(after.modules().fileOf("core.governance.guard"))
        .contains("core/governance/guard.py");
  }
}
