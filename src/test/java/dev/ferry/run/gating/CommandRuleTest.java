package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
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
  void aCommandThatOnlySaysItPassedIsUnproven() {
    GateResult result = judge("echo 'All 7 gates passed'");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isFalse();
    assertThat(GatingFixture.codes(result)).contains("T019");
  }

  @Test
  void aCommandThatHidesAMissingPytestIsUnproven() {
    fixture.environmentAt(fixture.place.resolve("env"), false);
    fixture.variables.put("PATH", "/usr/bin:/bin");

    GateResult result = judge("pytest -q || true; echo 'All 7 gates passed'");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isFalse();
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
  void aFailureInTheResultsIsNotHiddenByTheExitCode() {
    fixture.repository.with("tests/test_old.py", "def test_old():\n    import labs.engine\n");

    GateResult result = judge("pytest -q tests || true");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T008");
  }

  @Test
  void aCommandThatFailsAtTheCandidateFails() {
    GateResult result = judge("test -f labs/engine.py");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T018");
  }

  @Test
  void aCommandThatFailsAtBaseTooIsNoWitness() {
    GateResult result = judge("exit 3");

    assertThat(result.verdict()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(GatingFixture.codes(result)).contains("T021");
  }

  @Test
  void aMissingProgramInsideTheCommandIsAnError() {
    GateResult result = judge("no-such-program-anywhere");

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).contains("T020");
  }

  @Test
  void aMissingCommandIsAnError() {
    fixture.gates =
        List.of(new ChosenGate.Own("acceptance", List.of("no-such-program"), Optional.empty()));
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).contains("E006");
  }

  @Test
  void resultsThatLieThereFromAnotherRunAreNotTaken() {
    fixture.repository.with(
        "build/junit.xml", "<testsuite><testcase classname='a' name='b'/></testsuite>");

    GateResult result = judge("echo done", Optional.of("build/junit.xml"));

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isFalse();
  }

  @Test
  void resultsThatTheCommandWritesItselfAreTaken() {
    GateResult result =
        judge(
            "python -c 'import app' && echo '<testsuite><testcase classname=\"a\""
                + " name=\"b\"/></testsuite>' > out.xml",
            Optional.of("out.xml"));

    assertThat(result.verdict()).as(fixture.logs()).isIn(Verdict.PASS, Verdict.NO_WITNESS);
    assertThat(result.denominator()).isEqualTo(1);
    assertThat(result.proven()).isTrue();
  }
}
