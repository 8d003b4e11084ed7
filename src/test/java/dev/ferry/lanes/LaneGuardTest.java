package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Snapshot;
import dev.ferry.lanes.ContractResult.Status;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as new since base, and what is never kept. */
final class LaneGuardTest {
  private static final String FORBIDDEN =
      """
      name = Core keeps away from labs
      type = forbidden
      source_modules =
          core
      forbidden_modules =
          labs
      """;

  private static LaneConfiguration contracts(String... bodies) {
    StringBuilder text = new StringBuilder("[importlinter]\nroot_packages =\n    core\n    labs\n");
    for (int i = 0; i < bodies.length; i++) {
      text.append("[importlinter:contract:c").append(i).append("]\n").append(bodies[i]);
    }
    LaneReading reading =
        LaneConfigurationReader.read(
            ".importlinter", Optional.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return reading.configuration().orElseThrow();
  }

  private static Snapshot tree(String... pathsAndTexts) {
    String[] all = Arrays.copyOf(pathsAndTexts, pathsAndTexts.length + 4);
    System.arraycopy(
        new String[] {"core/__init__.py", "", "labs/__init__.py", ""},
        0,
        all,
        pathsAndTexts.length,
        4);
    return MemorySnapshot.of(all);
  }

  private static LaneReport since(
      LaneConfiguration contracts, Snapshot base, Snapshot now, Map<String, String> moved) {
    LaneGuard before = LaneGuard.of(base, contracts, false);
    return LaneGuard.of(now, contracts.after(moved), false).reportSince(before, moved);
  }

  private static List<String> steps(LaneReport report) {
    return report.results().stream()
        .flatMap(result -> LaneFinding.of(result).stream())
        .map(problem -> problem.arguments().get(2))
        .toList();
  }

  @Test
  void aChainThatStandsAtBaseDoesNotCount() {
    Snapshot base = tree("core/a.py", "import labs.x\n", "labs/x.py", "");
    Snapshot now = tree("core/a.py", "\n\nimport labs.x\n", "labs/x.py", "");

    LaneReport report = since(contracts(FORBIDDEN), base, now, Map.of());

    assertThat(report.kept()).isEqualTo(1);
    assertThat(report.results().getFirst().standing()).isEqualTo(1);
  }

  @Test
  void aModuleThatMovesIntoTheSourcesBringsItsImportsWithIt() {
    Snapshot base = tree("labs/x.py", "import labs.y\n", "labs/y.py", "");
    Snapshot now = tree("core/x.py", "import labs.y\n", "labs/y.py", "");

    LaneReport report = since(contracts(FORBIDDEN), base, now, Map.of("labs.x", "core.x"));

    assertThat(report.broken()).isEqualTo(1);
    assertThat(steps(report)).containsExactly("core.x -> labs.y (l.1)");
  }

  @Test
  void aChainThatStandsIsMatchedThroughTheNamesOfTheMove() {
    Snapshot base =
        tree("core/a.py", "import core.b\n", "core/b.py", "import labs.x\n", "labs/x.py", "");
    Snapshot now =
        tree("core/a.py", "import core.c\n", "core/c.py", "\nimport labs.x\n", "labs/x.py", "");

    LaneReport report = since(contracts(FORBIDDEN), base, now, Map.of("core.b", "core.c"));

    assertThat(report.kept()).isEqualTo(1);
  }

  @Test
  void aStandingChainCannotHideANewOneThatSharesImportsWithIt() {
    Snapshot base =
        tree(
            "core/a.py",
            "import core.b\n",
            "core/b.py",
            "import labs.x\n",
            "labs/x.py",
            "",
            "core/z.py",
            "");
    Snapshot now =
        tree(
            "core/a.py",
            "import core.b\n",
            "core/b.py",
            "import labs.x\nimport labs.q\n",
            "labs/x.py",
            "",
            "labs/q.py",
            "",
            "core/z.py",
            "");

    LaneReport report = since(contracts(FORBIDDEN), base, now, Map.of());

    assertThat(steps(report)).containsExactly("core.b -> labs.q (l.2)");
  }

  @Test
  void aCircleOnTheWayOfAStandingChainIsNoNewChain() {
    Snapshot base =
        tree("core/a.py", "import labs.x\n", "labs/x.py", "import labs.y\n", "labs/y.py", "");
    Snapshot now =
        tree(
            "core/a.py",
            "import labs.x\n",
            "labs/x.py",
            "import labs.y\n",
            "labs/y.py",
            "import core.a\n");

    assertThat(since(contracts(FORBIDDEN), base, now, Map.of()).kept()).isEqualTo(1);
  }

  @Test
  void aShimAtTheOldNameIsANewModule() {
    Snapshot base = tree("core/a.py", "", "labs/x.py", "");
    Snapshot now =
        tree(
            "core/a.py", "import labs.x\n", "labs/x.py", "from core.x import *\n", "core/x.py", "");

    LaneReport report = since(contracts(FORBIDDEN), base, now, Map.of("labs.x", "core.x"));

    assertThat(steps(report)).containsExactly("core.a -> labs.x (l.1)");
  }

  @Test
  void aModuleThatDoesNotExistIsAnErrorAndNoPass() {
    LaneConfiguration contracts =
        contracts(
            "name = n\ntype = forbidden\nsource_modules = core\nforbidden_modules = labs.gone\n");

    ContractResult result = LaneGuard.of(tree(), contracts, false).report().results().getFirst();

    assertThat(result.status()).isEqualTo(Status.ERROR);
    assertThat(result.problems())
        .containsExactly(Problem.at(".importlinter", 5, Code.N015, "n", "labs.gone"));
  }

  @Test
  void wildcardsThatFindNothingAreAnErrorAndNoPass() {
    LaneConfiguration contracts =
        contracts("name = n\ntype = independence\nmodules = core.plugins.*\n");

    ContractResult result = LaneGuard.of(tree(), contracts, false).report().results().getFirst();

    assertThat(result.status()).isEqualTo(Status.ERROR);
    assertThat(result.problems()).extracting(Problem::code).containsExactly(Code.N016);
  }

  @Test
  void aRootPackageThatDoesNotExistKeepsNoContract() {
    LaneReport report =
        LaneGuard.of(MemorySnapshot.of("core/__init__.py", ""), contracts(FORBIDDEN), false)
            .report();

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.notes())
        .containsExactly(Problem.at(".importlinter", 0, Code.N008, "labs", "core"));
  }

  @Test
  void directoriesWithoutAPackageFileCountUnlessStrict() {
    Snapshot tree = tree("core/plain/a.py", "import labs\n");

    assertThat(LaneGuard.of(tree, contracts(FORBIDDEN), false).report().broken()).isEqualTo(1);
    assertThat(LaneGuard.of(tree, contracts(FORBIDDEN), true).report().kept()).isEqualTo(1);
  }
}
