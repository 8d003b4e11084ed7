package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.Configuration.Together;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;
import dev.ferry.plan.binding.AskedSets;
import dev.ferry.plan.binding.ImportCircles;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that move in one commit. */
final class BoundRowsTest {
  private static final PythonLayout LAYOUT = new PythonLayout();

  private static Batch batch(String file, String... names) {
    List<BatchRow> rows = new ArrayList<>();
    for (int i = 0; i < names.length; i += 2) {
      String module = names[i].replace(".py", "").replace('/', '.');
      Move move = new Move(module, names[i], names[i + 1]);
      rows.add(new BatchRow(file, rows.size() + 1, move));
    }
    return new Batch(file, rows);
  }

  private static Plan plan(Snapshot base, Batch batch, List<Binding> bindings) {
    return new BatchPlanner(LAYOUT, new MovePlanner(LAYOUT, new PythonReferences()))
        .plan(base, List.of(batch), MoveOptions.standard(), bindings);
  }

  private static Binding asked(Batch batch, int... rows) {
    return new Binding(
        Arrays.stream(rows).mapToObj(batch.rows()::get).toList(),
        new Binding.Reason.Asked("ferry.yaml", 1));
  }

  private static AskedSets.Found sets(List<Batch> batches, String... set) {
    List<Together.Name> names = Arrays.stream(set).map(text -> new Together.Name(text, 1)).toList();
    return AskedSets.in(new Together("ferry.yaml", List.of(names)), batches);
  }

  private static List<String> modules(AskedSets.Found found) {
    return found.bindings().stream()
        .flatMap(binding -> binding.rows().stream())
        .map(row -> row.move().module())
        .toList();
  }

  @Test
  void boundRowsAreOneUnitNamedAfterTheFirst() {
    Snapshot base =
        MemoryTree.of(
                "labs/__init__.py", "",
                "labs/a.py", "from labs.c import C\n",
                "labs/b.py", "B = 1\n",
                "labs/c.py", "C = 1\n",
                "core/__init__.py", "",
                "use.py", "from labs.a import C\nfrom labs.c import C\n")
            .snapshot();
    Batch batch =
        batch(
            "b.tsv", "labs/a.py", "core/a.py", "labs/b.py", "core/b.py", "labs/c.py", "core/c.py");

    Plan plan = plan(base, batch, List.of(asked(batch, 0, 2)));

    assertThat(plan.units())
        .extracting(unit -> unit.unit().id())
        .containsExactly("labs.a", "labs.b");
    Unit unit = plan.units().getFirst().unit();
    assertThat(unit.moves()).extracting(Move::module).containsExactly("labs.a", "labs.c");
    assertThat(plan.rows().get(2)).isEqualTo(new RowPlan.Movable(batch.rows().get(2), unit));
    assertThat(plan.bound())
        .containsExactly(
            new Plan.Bound(
                "labs.a",
                List.of("labs.a", "labs.c"),
                List.of(new Binding.Reason.Asked("ferry.yaml", 1))));
    assertThat(plan.units().getFirst().moves().renames()).hasSize(2);
  }

  @Test
  void bindingsThatShareARowMakeOneUnit() {
    Snapshot base =
        MemoryTree.of("labs/a.py", "", "labs/b.py", "", "labs/c.py", "", "core/x.py", "")
            .snapshot();
    Batch batch =
        batch(
            "b.tsv", "labs/a.py", "core/a.py", "labs/b.py", "core/b.py", "labs/c.py", "core/c.py");

    Plan plan = plan(base, batch, List.of(asked(batch, 1, 2), asked(batch, 0, 2)));

    assertThat(plan.units()).hasSize(1);
    assertThat(plan.units().getFirst().unit().moves()).hasSize(3);
  }

  @Test
  void whatMakesWayForOneRowCarriesTheWholeUnit() {
    Snapshot base =
        MemoryTree.of("labs/a.py", "", "labs/b.py", "", "core/way.py", "W = 1\n").snapshot();
    Batch batch = batch("b.tsv", "labs/a.py", "core/a.py", "labs/b.py", "core/way/b.py");

    Plan plan = plan(base, batch, List.of(asked(batch, 0, 1)));

    assertThat(plan.units())
        .extracting(unit -> unit.unit().id())
        .containsExactly("core.way", "labs.a");
    assertThat(plan.units().getLast().unit().dependsOn()).containsExactly("core.way");
  }

  /** A commit has one parent, so what makes way is stacked, for everybody. */
  @Test
  void twoModulesInTheWayAreStacked() {
    Snapshot base =
        MemoryTree.of(
                "labs/a.py",
                "",
                "labs/b.py",
                "",
                "labs/c.py",
                "",
                "core/one.py",
                "",
                "core/two.py",
                "")
            .snapshot();
    Batch batch =
        batch(
            "b.tsv",
            "labs/a.py",
            "core/two/a.py",
            "labs/b.py",
            "core/one/b.py",
            "labs/c.py",
            "core/two/c.py");

    Plan plan = plan(base, batch, List.of(asked(batch, 1, 2)));

    assertThat(plan.rows()).allMatch(RowPlan.Movable.class::isInstance);
    assertThat(plan.units())
        .extracting(unit -> unit.unit().id() + unit.unit().dependsOn())
        .containsExactly(
            "core.one[]",
            "core.two[core.one]",
            "labs.a[core.one, core.two]",
            "labs.b[core.one, core.two]");
  }

  @Test
  void waysThatOtherSetsStackOtherwiseBlockASet() {
    Snapshot base =
        MemoryTree.of(
                "labs/a.py",
                "",
                "labs/b.py",
                "",
                "labs/c.py",
                "",
                "labs/d.py",
                "",
                "core/one.py",
                "",
                "core/two.py",
                "",
                "core/six.py",
                "")
            .snapshot();
    Batch batch =
        batch(
            "b.tsv",
            "labs/a.py",
            "core/one/a.py",
            "labs/b.py",
            "core/two/b.py",
            "labs/c.py",
            "core/six/c.py",
            "labs/d.py",
            "core/two/d.py");

    Plan plan = plan(base, batch, List.of(asked(batch, 0, 1), asked(batch, 2, 3)));

    assertThat(plan.rows().subList(0, 2)).allMatch(RowPlan.Movable.class::isInstance);
    assertThat(plan.rows().subList(2, 4))
        .extracting(row -> row instanceof RowPlan.Blocked(BatchRow _, Problem why) ? why : null)
        .containsOnly(Problem.of(Code.R085, "labs.c", "core.six", "core.two"));
  }

  @Test
  void aCircleThatCannotMoveAsAWholeIsPlannedRowByRow() {
    Snapshot base =
        MemoryTree.of(
                "labs/a.py",
                "import labs.b\n",
                "labs/b.py",
                "import labs.a\n",
                "core/b.py",
                "B = 1\n")
            .snapshot();
    Batch batch = batch("b.tsv", "labs/a.py", "core/a.py", "labs/b.py", "core/b.py");
    List<Binding> circles = ImportCircles.among(base, List.of(batch));
    assertThat(circles)
        .containsExactly(
            new Binding(batch.rows(), new Binding.Reason.Circle(List.of("labs.a", "labs.b"))));

    Plan plan = plan(base, batch, circles);

    assertThat(plan.rows().getFirst()).isInstanceOf(RowPlan.Movable.class);
    assertThat(plan.rows().getLast()).isInstanceOf(RowPlan.Blocked.class);
    assertThat(plan.bound()).isEmpty();
  }

  @Test
  void circlesAreFoundThroughPackagesAndNotOverBatches() {
    Snapshot base =
        MemoryTree.of(
                "labs/a.py", "import labs.pack.inner\n",
                "labs/pack/__init__.py", "",
                "labs/pack/inner.py", "def f():\n    import labs.c\n",
                "labs/c.py", "from labs import a\n",
                "labs/d.py", "import labs.a\n")
            .snapshot();
    Batch one =
        batch(
            "b.tsv",
            "labs/d.py",
            "core/d.py",
            "labs/a.py",
            "core/a.py",
            "labs/pack",
            "core/pack",
            "labs/c.py",
            "core/c.py");
    Batch half = batch("h.tsv", "labs/a.py", "core/a.py", "labs/pack", "core/pack");
    Batch other = batch("o.tsv", "labs/c.py", "core/c.py");

    List<Binding> circles = ImportCircles.among(base, List.of(one));

    assertThat(circles).hasSize(1);
    assertThat(circles.getFirst().rows()).isEqualTo(one.rows().subList(1, 4));
    assertThat(circles.getFirst().reason())
        .isEqualTo(new Binding.Reason.Circle(List.of("labs.a", "labs.pack", "labs.c")));
    assertThat(ImportCircles.among(base, List.of(half, other))).isEmpty();
  }

  /** In a tangled repository everything would be one commit. */
  @Test
  void aCircleThatNobodyCouldReviewIsNotBound() {
    for (int size : new int[] {50, 51}) {
      List<String> files = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        files.addAll(List.of("labs/m" + i + ".py", "import labs.m" + (i + 1) % size + "\n"));
        rows.addAll(List.of("labs/m" + i + ".py", "core/m" + i + ".py"));
      }
      Snapshot base = MemoryTree.of(files.toArray(String[]::new)).snapshot();
      Batch batch = batch("b.tsv", rows.toArray(String[]::new));

      assertThat(ImportCircles.among(base, List.of(batch))).hasSize(size == 50 ? 1 : 0);
    }
  }

  @Test
  void globsMeanPartsOfModules() {
    Batch batch =
        batch(
            "b.tsv",
            "labs/a.py",
            "core/a.py",
            "labs/ab.py",
            "core/ab.py",
            "labs/deep/a.py",
            "core/deep/a.py",
            "other/a.py",
            "core/o.py");

    assertThat(modules(sets(List.of(batch), "labs.a*"))).containsExactly("labs.a", "labs.ab");
    assertThat(modules(sets(List.of(batch), "labs.**")))
        .containsExactly("labs.a", "labs.ab", "labs.deep.a");
    assertThat(modules(sets(List.of(batch), "**.a")))
        .containsExactly("labs.a", "labs.deep.a", "other.a");
    assertThat(modules(sets(List.of(batch), "other.a", "labs.a")))
        .as("in the order of the batch")
        .containsExactly("labs.a", "other.a");
    assertThat(sets(List.of(batch), "labsXa", "labs.a").problems())
        .extracting(problem -> problem.code())
        .contains(Code.R080);
    assertThat(sets(List.of(batch), "labs.a", "labs.a").problems())
        .extracting(problem -> problem.code())
        .containsExactly(Code.R083);
    assertThat(sets(List.of(batch)).problems())
        .extracting(problem -> problem.code())
        .containsExactly(Code.R083);
  }
}
