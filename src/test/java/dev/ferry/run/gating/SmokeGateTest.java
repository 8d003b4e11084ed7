package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmokeGateTest {
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

  @Test
  void passesARightMoveThatATestWouldHaveNoticed() {
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isEqualTo(1);
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void failsAWrongImport() {
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("app.py", "from core.motor import start\n\nrun = start\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst())
        .isEqualTo(
            Problem.at(
                "tests/test_app.py",
                0,
                Code.T010,
                "error: ModuleNotFoundError: No module named 'core.motor'"));
  }

  @Test
  void failsATestThatPassedAtBase() {
    fixture.repository.with(
        "labs/engine.py", "def start(speed):\n    return speed + 1 if 'labs' in __name__ else 0\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst().code()).isEqualTo(Code.T008);
    assertThat(result.findings().getFirst().arguments()).contains("tests/test_app.py::test_runs");
  }

  /** Pytest explains an error on the lines that follow it. */
  @Test
  void tellsWhatFailedNotHowPytestExplainsIt() {
    fixture.repository.with(
        "labs/engine.py", "def start(speed):\n    return speed + 1 if 'labs' in __name__ else 0\n");
    fixture.repository.with(
        "tests/test_app.py",
        "import app\n\ndef test_runs():\n    assert [app.run()] == [2], 'too slow:\\nby far'\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst().arguments())
        .contains("failed: AssertionError: too slow:");
  }
}
