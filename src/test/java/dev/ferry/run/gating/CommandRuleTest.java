package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 6: a command that was never seen to fail proves nothing. */
final class CommandRuleTest {
  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private GateResult judge(String script) {
    return judge(script, Optional.empty());
  }

  private GateResult judge(String script, Optional<String> junit) {
    fixture.gates = List.of(new ChosenGate.Own("acceptance", List.of("sh", "-c", script), junit));
    Revision base = fixture.repository.commit("base");
    return fixture.moved().onlyResult(base);
  }

  @Test
  void aCommandThatFailedItsSabotageControlIsProof() {
    GateResult result = judge("python -c 'import app; assert app.run() == 2'");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isTrue();
  }

  @Test
  void aCommandThatRunsPytestIsJudgedByItsResults() {
    GateResult result = judge("pytest -q tests");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isTrue();
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void aCommandThatFailsAtTheCandidateFails() {
    GateResult result = judge("test -f labs/engine.py");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T018");
  }

  @Test
  void whatAFailingCommandSaysLastIsTold() {
    GateResult result = judge("test -f labs/engine.py || { echo no engine >&2; exit 3; }");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings()).contains(Problem.of(Code.T106, "no engine"));
  }

  @Test
  void resultsThatTheCommandWritesItselfAreTaken() {
    GateResult result =
        judge(
            "python -c 'import app' && echo '<testsuite><testcase classname=\"a\""
                + " name=\"b\"/></testsuite>' > out.xml",
            Optional.of("out.xml"));

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(result.denominator()).isEqualTo(1);
    assertThat(result.proven()).isTrue();
  }

  /** A command that counts its runs, and fails with the move or at base in those named. */
  private GateResult counted(String failingWithTheMove, String failingAtBase) {
    String tally = fixture.place + "/tally";
    return judge(
        """
        python -c 'import app; assert app.run() == 2' || exit 1
        side=base; test -f core/engine.py && side=move
        printf x >> %s.$side
        case $side.$(wc -c < %s.$side) in %s) exit 1;; esac
        """
            .formatted(tally, tally, cases("move", failingWithTheMove, "base", failingAtBase)));
  }

  private static String cases(String side, String runs, String other, String otherRuns) {
    StringBuilder cases = new StringBuilder("none");
    runs.chars().forEach(run -> cases.append('|').append(side).append('.').append((char) run));
    otherRuns
        .chars()
        .forEach(run -> cases.append('|').append(other).append('.').append((char) run));
    return cases.toString();
  }

  @Test
  void aCommandThatFailsOnceWithTheMoveAndNeverAgainIsNotTheMovesDoing() {
    GateResult result = counted("1", "");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).as("the sabotage control still ran").isTrue();
    assertThat(GatingFixture.codes(result)).containsExactly("T101");
  }

  @Test
  void aCommandThatFailsOnceMoreIsBlamed() {
    GateResult result = counted("13", "");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).containsExactly("T018");
  }

  @Test
  void aCommandThatFailsAtBaseTooNowAndThenShowsNothing() {
    GateResult result = counted("1", "3");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(GatingFixture.codes(result)).containsExactly("T102");
  }
}
