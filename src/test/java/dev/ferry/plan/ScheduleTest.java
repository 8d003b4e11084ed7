package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Move;
import dev.ferry.plan.safety.Conflict;
import dev.ferry.plan.safety.Conflict.Reason;
import dev.ferry.plan.safety.Precedence;
import dev.ferry.plan.safety.Schedule;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import dev.ferry.view.ScheduleText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may be worked with whom; the specification's matrix among it. */
final class ScheduleTest {
  private static final PythonLayout LAYOUT = new PythonLayout();

  private static final MemoryTree TREE =
      MemoryTree.of(
          "labs/__init__.py", "",
          "labs/clock.py", "def now():\n    return 1\n",
          "labs/bell.py", "from labs.clock import now\n",
          "labs/price.py", "P = 1\n",
          "labs/tax.py", "T = 1\n",
          "labs/lone.py", "L = 1\n",
          "labs/left.py", "def f():\n    from labs.right import g\n",
          "labs/right.py", "def g():\n    from labs.left import f\n",
          "shop.py", "from labs.price import P\nfrom labs.tax import T\n",
          "core/__init__.py", "",
          "core/berth.py", "B = 1\n",
          "labs/rules.py", "R = 1\n");

  private static Schedule schedule(boolean sameDirectory, String... names) {
    return schedule(TREE.snapshot(), sameDirectory, names);
  }

  private static Schedule schedule(Snapshot base, boolean sameDirectory, String... names) {
    List<BatchRow> rows = new ArrayList<>();
    for (int i = 0; i < names.length; i += 2) {
      Move move =
          new Move(
              names[i].replace('/', '.').substring(0, names[i].length() - 3),
              names[i],
              names[i + 1]);
      rows.add(new BatchRow("b.tsv", rows.size() + 1, move));
    }
    Plan plan =
        new BatchPlanner(LAYOUT, new MovePlanner(LAYOUT, new PythonReferences()))
            .plan(base, List.of(new Batch("b.tsv", rows)), MoveOptions.standard());
    assertThat(plan.rows()).allMatch(RowPlan.Movable.class::isInstance);
    return Schedule.of(base, plan, sameDirectory);
  }

  @Test
  void differentTargetDirectoriesOfIndependentModulesAreSafe() {
    Schedule schedule =
        schedule(true, "labs/lone.py", "matriz/lone.py", "labs/price.py", "serve/price.py");

    assertThat(schedule.conflicts()).isEmpty();
    assertThat(schedule.groups()).hasSize(2);
    assertThat(schedule.criticalPath()).hasSize(1);
  }

  @Test
  void independentModulesOfOneBatchAreSafeUnlessTheStricterRuleIsAskedFor() {
    String[] rows = {"labs/lone.py", "matriz/lone.py", "labs/price.py", "matriz/price.py"};

    assertThat(schedule(false, rows).conflicts()).isEmpty();
    assertThat(schedule(true, rows).conflicts())
        .containsExactly(
            new Conflict("labs.lone", "labs.price", List.of(new Reason.SameDirectory("matriz"))));
  }

  @Test
  void editsOfTheSameFileAreNotSafe() {
    Schedule schedule =
        schedule(false, "labs/price.py", "core/price.py", "labs/tax.py", "serve/tax.py");

    assertThat(schedule.conflicts())
        .containsExactly(
            new Conflict("labs.price", "labs.tax", List.of(new Reason.SameFile("shop.py"))));
    assertThat(schedule.order()).containsExactly("labs.price", "labs.tax");
    assertThat(schedule.criticalPath()).containsExactly("labs.price", "labs.tax");
  }

  @Test
  void interdependentModulesComeInTheOrderOfTheirImports() {
    Schedule schedule =
        schedule(false, "labs/bell.py", "core/bell.py", "labs/clock.py", "core/clock.py");

    assertThat(schedule.conflicts().getFirst().reasons())
        .contains(new Reason.Imports("labs.bell", "labs.clock"));
    assertThat(schedule.order()).containsExactly("labs.clock", "labs.bell");
  }

  @Test
  void newPackagesThatEveryBranchMakesAlikeDoNotCount() {
    Schedule schedule =
        schedule(false, "labs/lone.py", "core/new/lone.py", "labs/rules.py", "core/new/rules.py");

    assertThat(schedule.conflicts()).isEmpty();
  }

  @Test
  void importsInACircleAreTold() {
    Schedule schedule =
        schedule(false, "labs/left.py", "core/left.py", "labs/right.py", "core/right.py");

    assertThat(schedule.cycles()).containsExactly(List.of("labs.left", "labs.right"));
    assertThat(schedule.order()).hasSize(2);
  }

  /**
   * Imports in every direction and files that many edit: still one order, and every pair has it.
   */
  @Test
  void aDenseGraphHasOneOrderThatEveryEdgeAgreesWith() {
    for (int seed = 0; seed < 8; seed++) {
      java.util.Random random = new java.util.Random(seed);
      int modules = 40;
      List<String> files = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < modules; i++) {
        String imports = "import labs.m" + random.nextInt(modules) + "\n";
        files.addAll(List.of("labs/m" + i + ".py", random.nextBoolean() ? imports : "M = 1\n"));
        String both = imports + "import labs.m" + random.nextInt(modules) + "\n";
        files.addAll(List.of("use/u" + i + ".py", both));
        rows.addAll(List.of("labs/m" + i + ".py", "core/m" + i + ".py"));
      }
      Snapshot base = MemoryTree.of(files.toArray(String[]::new)).snapshot();

      Schedule schedule = schedule(base, false, rows.toArray(String[]::new));

      assertThat(schedule.conflicts()).as("seed %s", seed).hasSizeGreaterThan(20);
      assertThat(schedule.order()).as("seed %s", seed).hasSize(modules).doesNotHaveDuplicates();
      assertThat(schedule.edges())
          .as("seed %s", seed)
          .hasSameSizeAs(schedule.conflicts())
          .allMatch(
              edge ->
                  schedule.order().indexOf(edge.earlier())
                      < schedule.order().indexOf(edge.later()));
    }
  }

  @Test
  void whatMakesWayComesFirst() {
    Schedule schedule =
        schedule(false, "labs/rules.py", "core/berth/rules.py", "labs/lone.py", "core/lone.py");

    assertThat(schedule.order()).containsExactly("core.berth", "labs.rules", "labs.lone");
    assertThat(schedule.edges())
        .extracting(Precedence::earlier, Precedence::later, Precedence::stacked)
        .containsExactly(tuple("core.berth", "labs.rules", true));
    assertThat(schedule.conflicts()).isEmpty();
  }

  @Test
  void itIsToldInWordsAsJsonAndAsAGraph() {
    Schedule schedule =
        schedule(
            false,
            "labs/bell.py",
            "core/bell.py",
            "labs/clock.py",
            "core/clock.py",
            "labs/lone.py",
            "core/lone.py");

    assertThat(ScheduleText.text(schedule))
        .isEqualTo(
            """
            group 1, 2 units
              labs.clock
              labs.bell
                after labs.clock: both change labs/bell.py; labs.bell imports labs.clock
            critical path: labs.clock → labs.bell
            3 units in 2 groups, 1 of them alone; 1 conflicting pairs; at least 2 rounds
            """);
    assertThat(ScheduleText.json(schedule))
        .startsWith("{\"schema\":\"ferry.plan/v1\",\"order\":[\"labs.clock\",")
        .contains("{\"kind\":\"imports\",\"importer\":\"labs.bell\",\"imported\":\"labs.clock\"}");
    assertThat(ScheduleText.dot(schedule))
        .startsWith("digraph ferry {")
        .contains("  \"labs.clock\" -> \"labs.bell\" [label=\"both change");
  }
}
