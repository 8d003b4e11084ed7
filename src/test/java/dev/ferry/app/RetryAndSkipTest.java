package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are worked anew, left out, or held back, with a gate that a file lets through. */
final class RetryAndSkipTest {
  private static final String ROWS =
      "labs.clock\tlabs/clock.py\tcore/clock.py\n"
          + "labs.bell\tlabs/bell.py\tcore/bell.py\n"
          + "labs.rules\tlabs/rules.py\tcore/rules.py\n";

  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void aClockThatAGateStops() {
    checkout =
        CommandRun.sample(directory)
            .file("labs/rules.py", "LIMIT = 7\n")
            .file("batches/batch_core.tsv", ROWS)
            .file("check.sh", "! test -e core/clock.py\n")
            .file(
                "ferry.yaml",
                """
                gates: [schema, check]
                commands: [{name: check, argv: [sh, check.sh]}]
                """)
            .commit();
  }

  private void mend() {
    checkout.file("check.sh", "exit 0\n").commit();
  }

  private void quarantine() {
    for (int i = 0; i < 3; i++) {
      assertThat(checkout.ferry("next").exit()).isEqualTo(10);
    }
  }

  @Test
  void failedRowsAreWorkedAnewAndEarlierAttemptsStay() {
    assertThat(checkout.ferry("run", "--keep-going", "--parallel", "1").exit()).isEqualTo(5);
    mend();

    var ended = checkout.ferry("retry", "--failed");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("integrated").contains("labs.clock").doesNotContain("bell");
    assertThat(checkout.ferry("show", "labs.clock").out())
        .contains("is integrated on feat/integrate-labs-clock")
        .contains("earlier attempts:")
        .contains("failed");
    assertThat(checkout.ferry("retry", "--failed").exit()).isEqualTo(3);
  }

  @Test
  void whatWasDoneIsToldToProgramsToo() {
    var skipped = checkout.ferry("skip", "labs.bell", "--why", "Anna decides", "--json");
    var taken = checkout.ferry("skip", "labs.bell", "--undo", "--json");
    var retried = checkout.ferry("retry", "labs.rules", "--json");
    var reverted = checkout.ferry("revert", "labs.rules", "--why", "not yet", "--json");
    var nothing = checkout.ferry("retry", "--failed", "--json");

    assertThat(skipped.out())
        .isEqualTo(
            "{\"schema\":\"ferry.skip/v1\",\"module\":\"labs.bell\",\"result\":\"skipped\","
                + "\"why\":\"Anna decides\",\"file\":\"batches/batch_core.tsv.skipped\","
                + "\"toCommit\":true,\"doneFile\":null}\n");
    assertThat(taken.out())
        .startsWith("{\"schema\":\"ferry.skip/v1\"")
        .contains("\"result\":\"taken in\",\"why\":\"\"");
    assertThat(retried.out())
        .startsWith("{\"schema\":\"ferry.outcomes/v1\"")
        .contains("\"module\":\"labs.rules\"")
        .contains("integrated");
    assertThat(reverted.out())
        .startsWith(
            "{\"schema\":\"ferry.revert/v1\",\"module\":\"labs.rules\","
                + "\"result\":\"withdrawn\",\"why\":\"not yet\","
                + "\"branch\":\"feat/integrate-labs-rules\",\"commit\":\"")
        .endsWith("\",\"doneFile\":null}\n");
    assertThat(nothing.exit()).isEqualTo(3);
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void aClassChoosesAmongTheFailures() {
    checkout.ferry("next");

    var infrastructure = checkout.ferry("retry", "--failed", "--class", "infrastructure");
    var conflict = checkout.ferry("retry", "--failed", "--class", "conflict");
    var gate = checkout.ferry("retry", "--failed", "--class", "gate");

    assertThat(infrastructure.exit()).isEqualTo(3);
    assertThat(infrastructure.err()).contains("FRY-R068").contains("(infrastructure)");
    assertThat(conflict.exit()).isEqualTo(3);
    assertThat(gate.exit()).isEqualTo(10);
    assertThat(gate.out()).contains("labs.clock");
  }

  @Test
  void aBranchInTheWayIsAConflict() {
    checkout.git("branch", "feat/integrate-labs-bell");
    checkout.ferry("skip", "labs.clock", "--why", "later");
    assertThat(checkout.ferry("next").err()).contains("FRY-G010");

    assertThat(checkout.ferry("retry", "--failed", "--class", "gate").exit()).isEqualTo(3);
    checkout.git("branch", "-q", "-D", "feat/integrate-labs-bell");
    var ended = checkout.ferry("retry", "--failed", "--class", "conflict");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("feat/integrate-labs-bell");
  }

  @Test
  void whatFailsForTheMachineIsInfrastructureAndNeverQuarantined() {
    checkout
        .file(
            "ferry.yaml",
            """
            gates: [schema, check]
            commands: [{name: check, argv: [no-such-program-here]}]
            """)
        .commit();
    for (int i = 0; i < 4; i++) {
      assertThat(checkout.ferry("next").err()).contains("labs.clock was not integrated");
    }

    assertThat(checkout.ferry("retry", "--failed", "--class", "gate").exit()).isEqualTo(3);
    var ended = checkout.ferry("retry", "--failed", "--class", "infrastructure");

    assertThat(ended.out()).contains("failed").contains("labs.clock");
    assertThat(ended.err()).doesNotContain("FRY-R064");
  }

  @Test
  void aModuleThatKeepsFailingIsLeftOutUntilItIsNamed() {
    quarantine();

    var next = checkout.ferry("next");
    assertThat(next.out() + next.err()).contains("labs.bell is integrated");
    var status = checkout.ferry("status");
    assertThat(status.out()).endsWith("total:  3  done:  1  rem:  2  next:labs.rules\n");
    assertThat(status.err()).contains("FRY-R064").contains("`ferry retry labs.clock`");
    assertThat(status.exit()).isZero();
    assertThat(checkout.ferry("status", "--json").out())
        .contains("\"skipped\":0,\"held\":[\"labs.clock\"]");
    var run = checkout.ferry("run");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.out())
        .contains("blocked")
        .contains("labs.clock failed 3 times in a row, last at TEST (FRY-T018)");
    var failed = checkout.ferry("retry", "--failed");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.err()).contains("FRY-R064");
    assertThat(checkout.ferry("show", "labs.clock").out()).contains("failed 3 times in a row");

    assertThat(checkout.ferry("retry", "labs.clock").exit()).isEqualTo(10);
    assertThat(checkout.ferry("status").err()).contains("labs.clock failed 4 times in a row");
    mend();
    assertThat(checkout.ferry("retry", "labs.clock").exit()).isZero();
    assertThat(checkout.ferry("status").err()).isEmpty();
  }

  @Test
  void theNumberOfFailuresIsConfigured() {
    checkout.file("ferry.yaml", checkout.read("ferry.yaml") + "limits: {failures: 0}\n").commit();
    quarantine();
    assertThat(checkout.ferry("next").exit()).isEqualTo(10);
    checkout
        .file("ferry.yaml", checkout.read("ferry.yaml").replace("failures: 0", "failures: 2"))
        .commit();

    assertThat(checkout.ferry("next").exit()).isZero();
  }

  @Test
  void whatToRetryHasToBeSaidOnce() {
    assertThat(checkout.ferry("retry").exit()).isEqualTo(2);
    assertThat(checkout.ferry("retry", "--failed", "labs.clock").exit()).isEqualTo(2);
    assertThat(checkout.ferry("retry", "labs.clock", "--class", "gate").exit()).isEqualTo(2);
    assertThat(checkout.ferry("retry", "labs.nothing").exit()).isEqualTo(2);
    assertThat(checkout.ferry("retry", "--failed", "--class", "nothing").exit()).isEqualTo(2);
  }

  @Test
  void nothingNewIsBegunAfterSoManyFailures() {
    checkout.file("check.sh", "! test -e core/clock.py && ! test -e core/bell.py\n").commit();

    var ended = checkout.ferry("run", "--max-failures", "2", "--parallel", "1");

    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.out()).contains("2 failed; 2 in all");
    assertThat(ended.err())
        .contains("FRY-R066")
        .contains("--max-failures is reached (2 failed); not tried: 1 rows, labs.rules");
    assertThat(checkout.ferry("run", "--max-failures", "3").out()).contains("3 in all");
    assertThat(checkout.ferry("run", "--max-failures", "0").exit()).isEqualTo(2);
  }

  @Test
  void aSkippedRowCountsAsDoneWithItsReason() {
    var ended = checkout.ferry("skip", "labs.clock", "--why", "needs a\nrewrite");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(checkout.read("batches/batch_core.tsv.skipped"))
        .isEqualTo("labs.clock\tlabs/clock.py\tcore/clock.py\tneeds a rewrite\n");
    assertThat(checkout.ferry("status").out()).contains("done:  1  rem:  2  next:labs.bell");
    assertThat(checkout.ferry("status", "--json").out()).contains("\"skipped\":1,\"held\":[]");
    var run = checkout.ferry("run");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("skipped").contains("by `ferry skip`: needs a rewrite");
    assertThat(run.err()).doesNotContain("FRY-R030");
    assertThat(checkout.ferry("show", "labs.clock").out()).contains("needs a rewrite");
    assertThat(checkout.ferry("retry", "labs.clock").exit()).isEqualTo(3);
  }

  @Test
  void aSkippedRowIsTakenBackIn() {
    checkout.ferry("skip", "labs.clock", "--why", "later");

    assertThat(checkout.ferry("skip", "labs.clock", "--undo").exit()).isZero();

    assertThat(checkout.has("batches/batch_core.tsv.skipped")).isFalse();
    assertThat(checkout.ferry("status").out()).contains("rem:  3  next:labs.clock");
    assertThat(checkout.ferry("skip", "labs.clock", "--undo").exit()).isEqualTo(3);
  }

  @Test
  void skippingIsForWhatRemainsAndNeedsAReason() {
    mend();
    assertThat(checkout.ferry("run").exit()).isZero();

    var done = checkout.ferry("skip", "labs.bell", "--why", "no");

    assertThat(done.exit()).isEqualTo(3);
    assertThat(done.err()).contains("FRY-R062").contains("feat/integrate-labs-bell");
    assertThat(checkout.ferry("skip", "labs.bell").exit()).isEqualTo(2);
    assertThat(checkout.ferry("skip", "labs.nothing", "--why", "no").exit()).isEqualTo(2);
  }

  @Test
  void theDoneFileOfScriptsFollowsWhereItIsFerrysToWrite() {
    checkout.file(".gitignore", "*.done\n").commit();

    checkout.ferry("skip", "labs.clock", "--why", "later");
    assertThat(checkout.read("batches/batch_core.tsv.done"))
        .isEqualTo("labs.clock\tlabs/clock.py\tcore/clock.py\n");
    checkout.ferry("skip", "labs.clock", "--undo");

    assertThat(checkout.read("batches/batch_core.tsv.done")).isEmpty();
    assertThat(checkout.ferry("status").out()).contains("rem:  3");
  }

  @Test
  void theDecisionOutlivesTheLedger() {
    checkout.ferry("skip", "labs.clock", "--why", "needs a rewrite");
    var rebuilt = checkout.ferry("ledger", "rebuild");

    assertThat(rebuilt.out()).isEqualTo("0 integrated, 0 landed unattributed, 1 skipped\n");
    assertThat(rebuilt.err()).doesNotContain("FRY-L");
    assertThat(checkout.ferry("show", "labs.clock").out()).contains("needs a rewrite");
    assertThat(checkout.ferry("status").out()).contains("done:  1  rem:  2");
  }

  @Test
  void aLineOfNoRowIsToldByCheck() {
    checkout.file("batches/batch_core.tsv.skipped", "labs.gone\tlabs/gone.py\tcore/gone.py\tx\n");

    assertThat(checkout.ferry("check").err() + checkout.ferry("check").out())
        .contains("batch_core.tsv.skipped:1")
        .contains("FRY-R061");
  }
}
