package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that are asked for by hand. */
final class GateCommandTest {
  @TempDir private Path temporary;

  @Test
  void whoPicksGatesThatOnlyReadAsksForNoWitness() {
    CommandRun checkout = CommandRun.sample(temporary.resolve("checkout"));
    assertThat(checkout.ferry("next").exit()).isZero();
    checkout.with("FERRY_TESTS_WITNESS", "required");
    String branch = "feat/integrate-labs-clock";

    CommandRun.Ended all = checkout.ferry("gate", branch);
    CommandRun.Ended picked = checkout.ferry("gate", branch, "--only", "schema");

    assertThat(all.exit()).as(all.out() + all.err()).isEqualTo(10);
    assertThat(all.err()).contains("stopped by witness");
    assertThat(picked.exit()).as(picked.out() + picked.err()).isZero();
  }

  @Test
  void aGateThatDoesNotExistIsAMistakeInTheLine() {
    CommandRun checkout = CommandRun.sample(temporary.resolve("checkout"));

    CommandRun.Ended unknown = checkout.ferry("gate", "labs.clock", "--only", "lint");

    assertThat(unknown.exit()).as(unknown.out() + unknown.err()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("error[FRY-T027] there is no gate lint; there are: syntax, schema")
        .contains("fix: correct the name after --only");
  }

  @Test
  void whatAnApplicationServesIsAskedForWithTheGateThatReadsIt() {
    CommandRun checkout =
        CommandRun.sample(temporary.resolve("checkout"))
            .file("ferry.yaml", "application: {command: [no-such-program, \"{port}\"]}\n")
            .commit();

    CommandRun.Ended picked =
        checkout.ferry("gate", "labs.clock", "--only", "syntax", "--json", "--all");

    assertThat(picked.exit()).as(picked.out() + picked.err()).isEqualTo(10);
    assertThat(picked.out())
        .containsSubsequence(
            "\"gate\":\"syntax\",\"verdict\":\"PASS\"",
            "\"gate\":\"syntax-served\",\"verdict\":\"ERROR\"");
  }

  /** `ferry gc` throws logs away; what was changed is a row of the table of lies. */
  @Test
  void aLogThatIsGoneIsToldAndNotHeldAgainstTheCommit() throws IOException {
    CommandRun checkout =
        CommandRun.sample(temporary.resolve("checkout"))
            .file(
                "ferry.yaml",
                "gates: [schema, own]\ncommands:\n  - name: own\n    argv: [echo, 3 passed]\n")
            .commit();
    assertThat(checkout.ferry("next").exit()).isZero();
    String branch = "feat/integrate-labs-clock";
    String[] gate = {"gate", branch, "--only", "self-report", "--json"};
    CommandRun.Ended before = checkout.ferry(gate);
    assertThat(before.exit()).as(before.out() + before.err()).isZero();
    assertThat(before.out()).doesNotContain("T087");

    try (Stream<Path> logs = Files.walk(temporary.resolve("checkout/.git/ferry/logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        Files.delete(log);
      }
    }

    CommandRun.Ended after = checkout.ferry(gate);
    assertThat(after.exit()).as(after.out() + after.err()).isZero();
    assertThat(after.out()).contains("FRY-T087", "own.log");
    assertThat(checkout.git("log", "-1", "--format=%B", branch))
        .containsPattern("Ferry-Logs: sha256:");
  }

  private CommandRun everyGateThatReads() {
    return CommandRun.sample(temporary.resolve("checkout"))
        .file(
            "ferry.yaml",
            "gates: [syntax, schema, history, leftovers, scope, log-coverage, self-report]\n")
        .commit();
  }

  @Test
  void aCommitThatMovesNothingIsJudgedBesideItsParent() {
    CommandRun checkout =
        everyGateThatReads().file("labs/clock.py", "def now():\n    return 1\n").commit();

    CommandRun.Ended ended = checkout.ferry("gate", "HEAD", "--json");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .containsSubsequence(
            "\"gate\":\"syntax\",\"verdict\":\"PASS\"",
            "\"gate\":\"schema\",\"verdict\":\"PASS\"",
            "\"gate\":\"history\",\"verdict\":\"SKIPPED\"",
            "makes no move that could be planned, and history judges moves",
            "\"gate\":\"leftovers\",\"verdict\":\"SKIPPED\"",
            "\"gate\":\"scope\",\"verdict\":\"SKIPPED\"",
            "\"gate\":\"log-coverage\",\"verdict\":\"SKIPPED\"",
            "nothing in labs/clock.py has to log",
            "\"gate\":\"self-report\",\"verdict\":\"SKIPPED\"",
            "is not from ferry and has no report to compare");
  }

  @Test
  void aCommitThatMovesNothingAndBreaksAnImportElsewhereFails() {
    CommandRun checkout = everyGateThatReads();
    checkout.git("rm", "-q", "labs/clock.py");
    checkout.commit();

    CommandRun.Ended ended = checkout.ferry("gate", "HEAD", "--all");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(10);
    assertThat(ended.out())
        .contains(
            "touches nothing that syntax judges",
            "labs/bell.py:1 cannot resolve 'labs.clock.now' (new since base)");
    assertThat(ended.err()).contains("stopped by schema");
  }

  @Test
  void aCommitThatBreaksTheSyntaxOfADocumentFails() {
    CommandRun checkout = everyGateThatReads().file("labs/data.json", "{\"a\": }\n").commit();

    CommandRun.Ended ended = checkout.ferry("gate");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(10);
    assertThat(ended.out()).contains("labs/data.json:1");
  }

  @Test
  void changesOfTheWorkingTreeThatMoveNothingAreJudged() {
    CommandRun checkout =
        everyGateThatReads().file("labs/bell.py", "from labs.clocks import now\n");

    CommandRun.Ended ended = checkout.ferry("gate", "--worktree", "--only", "schema");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(10);
    assertThat(ended.out()).contains("labs/bell.py:1 cannot resolve 'labs.clocks.now'");
  }

  @Test
  void whereNothingDiffersThereIsNothingToJudge() {
    CommandRun checkout = everyGateThatReads();
    CommandRun.Ended tree = checkout.ferry("gate", "--worktree");
    checkout.git("commit", "-q", "--allow-empty", "-m", "empty");
    CommandRun.Ended empty = checkout.ferry("gate");
    CommandRun.Ended first = checkout.ferry("gate", "HEAD~2");

    assertThat(tree.exit()).isEqualTo(2);
    assertThat(tree.err())
        .contains("error[FRY-T062] there is nothing to judge between HEAD and the working tree");
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err()).contains("FRY-T062", "and HEAD");
    assertThat(first.exit()).isEqualTo(2);
    assertThat(first.err()).contains("nothing to judge between the beginning and ");
  }

  /** Ferry would not move a module to where no import can name it. */
  @Test
  void aRenameThatFerryWouldRefuseIsJudgedAsItStands() {
    CommandRun checkout = everyGateThatReads();
    checkout.git("mv", "labs/clock.py", "core/my-clock.py");
    checkout.commit();

    CommandRun.Ended ended = checkout.ferry("gate", "HEAD", "--all");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(10);
    assertThat(ended.err()).contains("FRY-T098", "HEAD renames modules");
    assertThat(ended.out()).contains("cannot resolve 'labs.clock.now'", "and history judges moves");
  }

  /** Without its lines about moves a commit of ferry's still has to keep what its report says. */
  @Test
  void aCommitThatNamesAReportIsHeldAgainstIt() {
    CommandRun checkout = everyGateThatReads();
    checkout.file("labs/clock.py", "def now():\n    return 1\n").git("add", "-A");
    checkout.git("commit", "-q", "-m", "fix: x", "-m", "Ferry-Report: sha256:" + "0".repeat(64));

    CommandRun.Ended ended = checkout.ferry("gate", "HEAD", "--only", "self-report");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(10);
    assertThat(ended.out()).contains("is not kept");
  }

  /** What the rewriting leaves alone, since it names no module, must not stop the move. */
  @Test
  void namesOfDistributionsAndStepsAreToldAndStopNothing() {
    CommandRun checkout =
        everyGateThatReads()
            .file("run.sh", "pip install labs.clock\npython -m labs.clock\n")
            .file("Dockerfile", "RUN pip install labs.clock\nLABEL name=labs.clock\n")
            .file(
                ".github/workflows/ci.yml",
                "name: labs.clock\njobs:\n  a:\n    runs-on: x\n    steps:\n"
                    + "      - name: try labs.clock\n        run: python labs/clock.py\n")
            .commit();

    CommandRun.Ended ended = checkout.ferry("gate", "labs.clock", "--only", "leftovers", "--json");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains("FRY-T041", "run.sh", "Dockerfile", "ci.yml")
        .doesNotContain("FRY-T040");
    assertThat(ended.out().split("FRY-T041", -1)).hasSize(1 + 5);
  }
}
