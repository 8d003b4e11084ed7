package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows move in one commit, how that is told, and what is wrong with what was asked for. */
final class TogetherTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory);
  }

  private void together(String sets) {
    checkout.file("ferry.yaml", "gates: [schema, history]\ntogether:\n" + sets).commit();
  }

  @Test
  void theUsersSetsAreExplained() {
    together("  - [labs.bell, labs.clock]\n");

    var ended = checkout.ferry("plan", "--explain");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains(
            "one commit: labs.clock, labs.bell\n"
                + "    line 3 of ferry.yaml wants them together\n")
        .endsWith("1 units in 1 groups, 1 of them alone; 0 conflicting pairs; at least 1 rounds\n");
    assertThat(checkout.ferry("plan", "--explain", "--json").out())
        .contains(
            "\"together\":[{\"unit\":\"labs.clock\",\"modules\":[\"labs.clock\",\"labs.bell\"],"
                + "\"reasons\":[{\"kind\":\"asked\",\"file\":\"ferry.yaml\",\"line\":3}]}]");
    assertThat(checkout.ferry("plan", "--explain", "--dot").out())
        .contains(
            "\"labs.clock\" [label=\"labs.clock\\nlabs.bell\\n"
                + "line 3 of ferry.yaml wants them together\", peripheries=2];");
    assertThat(checkout.ferry("check").out())
        .contains("note[FRY-R086] batch_core.tsv:1")
        .contains("labs.clock, labs.bell move in one commit");
  }

  @Test
  void aCircleOfImportsIsOneCommitByItself() {
    checkout
        .file(
            "labs/clock.py",
            "\"\"\"The time, and what strikes it.\"\"\"\n\nSTROKES = 12\nHOURS = 24\n\n\n"
                + "def now():\n    from labs.bell import ring\n\n    return ring\n")
        .commit();

    var ended = checkout.ferry("plan", "--explain");

    assertThat(ended.out())
        .contains(
            "one commit: labs.clock, labs.bell\n"
                + "    they import each other: labs.clock imports labs.bell imports labs.clock\n")
        .doesNotContain("circle:");
    assertThat(checkout.ferry("plan", "--explain", "--json").out())
        .contains("\"reasons\":[{\"kind\":\"circle\",\"modules\":[\"labs.clock\",\"labs.bell\"]}]");
    assertThat(checkout.ferry("run", "--all").exit()).isZero();
    assertThat(checkout.git("branch", "--list", "feat/*").strip())
        .isEqualTo("feat/integrate-labs-clock");
    assertThat(checkout.git("show", "feat/integrate-labs-clock:core/bell.py"))
        .startsWith("from core.clock import now\n");
  }

  @Test
  void namesThatFitNothingAndSetsThatCannotBeAreToldWithTheirLines() {
    checkout.file("batches/batch_serve.tsv", "labs.desk\tlabs/desk.py\tserve/desk.py\n");
    checkout.file("labs/desk.py", "D = 1\n");
    together(
        "  - [labs.clock, labs.bel]\n"
            + "  - [labs.clock,\n     labs.desk]\n"
            + "  - ['labs.b*']\n"
            + "  - ['nowhere.**', labs.bell]\n");

    var check = checkout.ferry("check");

    assertThat(check.exit()).isEqualTo(2);
    assertThat(check.out())
        .contains("error[FRY-R080] ferry.yaml:3: together: no batch has a module labs.bel; ")
        .contains("the nearest is labs.bell")
        .contains("error[FRY-R081] ferry.yaml:4: together: labs.clock is in two sets; ")
        .contains("error[FRY-R082] ferry.yaml:4: together: labs.clock is a row of batch_core.tsv")
        .contains("error[FRY-R083] ferry.yaml:6")
        .contains("error[FRY-R080] ferry.yaml:7: together: no batch has a module nowhere.**");
    var run = checkout.ferry("run", "--all");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("error[FRY-R080] ferry.yaml:3");
    assertThat(checkout.ferry("plan", "--explain").exit()).isEqualTo(2);
  }

  /** A set over two batches is told also where only one of them is worked. */
  @Test
  void aSetOverTwoBatchesIsToldWhateverBatchIsWorked() {
    checkout.file("batches/batch_serve.tsv", "labs.desk\tlabs/desk.py\tserve/desk.py\n");
    checkout.file("labs/desk.py", "D = 1\n");
    together("  - [labs.clock, labs.desk]\n");

    var run = checkout.ferry("next", "--batch", "batches/batch_serve.tsv");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("error[FRY-R082] ferry.yaml:3");
  }

  @Test
  void whereOneCannotMoveTheOthersOfItsSetDoNot() {
    checkout.file("core/bell.py", "B = 1\n");
    together("  - ['labs.*']\n");

    var run = checkout.ferry("run", "--all", "--keep-going");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.out())
        .containsPattern("blocked +labs.clock")
        .containsPattern("blocked +labs.bell");
    assertThat(run.out() + run.err())
        .contains("FRY-R084")
        .contains("labs.clock moves in one commit with labs.bell, which cannot be moved")
        .contains("FRY-M003");
    assertThat(checkout.git("branch", "--list", "feat/*")).isEmpty();
  }

  @Test
  void whatStandsAtItsDestinationAlreadyLeavesTheOthersToMove() {
    checkout.git("mv", "labs/bell.py", "core/bell.py");
    together("  - ['labs.**']\n");

    var run = checkout.ferry("run", "--all");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("integrated +labs.clock")
        .containsPattern("skipped +labs.bell");
  }

  @Test
  void aSetThatWasMovedCountsAlsoWhereNobodyWantsItAnyMore() {
    together("  - ['labs.**']\n");
    assertThat(checkout.ferry("run", "--all").exit()).isZero();
    // as a configuration that no longer binds them would find it
    checkout.file("ferry.yaml", "gates: [schema, history]\n").commit();

    assertThat(checkout.ferry("status").out()).contains("done:  2  rem:  0");
    assertThat(checkout.ferry("run", "--all").out()).endsWith("2 integrated; 2 in all\n");
  }

  /** {@code core} must not import {@code labs}; the bell imports the clock. */
  private void lanes() {
    checkout
        .file("ferry.yaml", "gates: [schema, history, lanes]\n")
        .file(
            ".importlinter",
            "[importlinter]\nroot_packages =\n    labs\n    core\n"
                + "[importlinter:contract:core]\nname = core is apart\ntype = forbidden\n"
                + "source_modules = core\nforbidden_modules = labs\n")
        .file("labs/rest.py", "R = 1\n");
  }

  @Test
  void whatAnImportContractBindsIsOneCommit() {
    lanes();
    // the other way round, so that the one that would break the contract comes first
    checkout
        .file(
            "batches/batch_core.tsv",
            "labs.bell\tlabs/bell.py\tcore/bell.py\nlabs.clock\tlabs/clock.py\tcore/clock.py\n")
        .commit();

    var ended = checkout.ferry("plan", "--explain");

    assertThat(ended.out())
        .contains(
            "one commit: labs.bell, labs.clock\n"
                + "    labs.bell alone would break the contract \"core is apart\": "
                + "core.bell -> labs.clock\n");
    assertThat(checkout.ferry("plan", "--explain", "--json").out())
        .contains(
            "\"reasons\":[{\"kind\":\"lane\",\"module\":\"labs.bell\","
                + "\"contract\":\"core is apart\",\"chain\":[\"core.bell\",\"labs.clock\"]}]");
    var run = checkout.ferry("run", "--all");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(checkout.git("branch", "--list", "feat/*").strip())
        .isEqualTo("feat/integrate-labs-bell");
  }

  @Test
  void whatBreaksAContractWhateverMovesAlongIsToldWithItsReason() {
    lanes();
    checkout
        .file(
            "labs/bell.py",
            "from labs import rest\n"
                + "from labs.clock import now\n\n\n"
                + "def ring():\n"
                + "    return now()\n")
        .commit();

    var ended = checkout.ferry("plan", "--explain");

    assertThat(ended.out()).doesNotContain("one commit");
    assertThat(ended.err())
        .contains("warning[FRY-R087] batch_core.tsv:2")
        .contains(
            "labs.bell would break the import contract \"core is apart\": core.bell -> labs.rest");
  }

  @Test
  void contractsThatCannotBeReadBindNothingAndThatIsTold() {
    checkout
        .file("ferry.yaml", "gates: [schema, lanes]\n")
        .file(".importlinter", "[importlinter]\nroot_package = .\n")
        .commit();

    assertThat(checkout.ferry("plan", "--explain").err()).contains("FRY-R088");
  }
}
