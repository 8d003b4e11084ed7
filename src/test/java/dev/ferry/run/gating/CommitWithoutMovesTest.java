package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.Configuration.Select;
import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gates that run something say of a commit that somebody made for something else. */
final class CommitWithoutMovesTest {
  private static final String ENGINE = "labs/engine.py";
  private static final String STILL_RIGHT =
      "LIMIT = 4\n\n\ndef start(speed):\n    return 1 + speed\n";
  private static final String WRONG = "def start(speed):\n    return speed\n";

  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;
  private Revision base;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.moves = List.of();
    fixture.repository.with("tests/test_else.py", "def test_else():\n    assert 1 + 1 == 2\n");
    base = fixture.repository.commit("base");
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private void only(GateKind kind) {
    fixture.gates = List.of(new ChosenGate.Known(kind));
  }

  @Test
  void theTestsThatNoticeWhatChangesAreItsWitness() {
    only(GateKind.MODULE_TEST);
    fixture.repository.with(ENGINE, STILL_RIGHT);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(1);
    assertThat(fixture.logNames()).anyMatch(name -> name.contains("sabotaged"));
  }

  @Test
  void whatTheChangeBreaksFails() {
    fixture.repository.with(ENGINE, WRONG);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst().code()).isEqualTo(Code.T008);
    assertThat(result.findings().getFirst().arguments().getFirst())
        .isEqualTo("tests/test_app.py::test_runs");
  }

  @Test
  void aChangeThatNoTestReachesHasNoWitness() {
    fixture.repository.with("labs/lonely.py", "A = 1\n");
    base = fixture.repository.commit("lonely");
    fixture.repository.with("labs/lonely.py", "A = 2\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T024, "labs/lonely.py"));
  }

  @Test
  void aChangeOfNoSourceHasNothingToBreak() {
    fixture.repository.with("README.md", "text\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T099));
    assertThat(result.denominator()).isEqualTo(2);
  }

  /** A test that is broken to look for a witness would always be red. */
  @Test
  void aChangedTestIsNoWitnessOfItself() {
    only(GateKind.MODULE_TEST);
    fixture.repository.with("tests/test_else.py", "def test_else():\n    assert 2 == 1 + 1\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T099));
    assertThat(result.numerator()).isEqualTo(1);
  }

  @Test
  void aTestThatIsTakenAwayIsMissed() {
    only(GateKind.MODULE_TEST);
    fixture.repository.without("tests/test_app.py");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .contains(Problem.at("tests/test_app.py", 0, Code.T009, "tests/test_app.py::test_runs"));
  }

  @Test
  void aNewTestRunsWithWhatItReaches() {
    only(GateKind.MODULE_TEST);
    fixture.repository.with(ENGINE, STILL_RIGHT);
    fixture.repository.with(
        "tests/test_engine.py",
        "from labs.engine import start\n\n\ndef test_start():\n    assert start(1) == 3\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst().code()).isEqualTo(Code.T008);
    assertThat(result.findings().getFirst().file()).isEqualTo("tests/test_engine.py");
    assertThat(result.numerator()).isEqualTo(1);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void affectedRunsWhatReachesTheChangeAndWhatIsNew() {
    fixture.select = Select.AFFECTED;
    fixture.repository.with(ENGINE, STILL_RIGHT);
    fixture.repository.with(
        "tests/test_engine.py",
        "from labs.engine import start\n\n\ndef test_start():\n    assert start(1) == 2\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void aNewModuleThatLogsNothingIsBelowTheLeast() {
    only(GateKind.LOG_COVERAGE);
    fixture.repository.with(
        "labs/silent.py", "def f(a):\n    b = a\n    c = b\n    d = c\n    e = d\n    return e\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(Problem.at("labs/silent.py", 1, Code.T043, "0.0%", "85%", "none", "f()"));
  }

  @Test
  void aChangedTestNeedNotLog() {
    only(GateKind.LOG_COVERAGE);
    fixture.repository.with(
        "tests/test_else.py",
        "def test_f():\n    b = 1\n    c = b\n    d = c\n    e = d\n    assert e\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.findings().getFirst().code()).isEqualTo(Code.T105);
  }
}
