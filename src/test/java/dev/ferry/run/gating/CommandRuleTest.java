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
}
