package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.Configuration.Select;
import dev.ferry.gate.GateKind;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tests run for a move, and where they stand once the move took them along. */
final class SelectedTestsTest {
  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.repository.with("tests/test_else.py", "def test_else():\n    assert 1 + 1 == 2\n");
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void theWholeSuiteRunsUnlessSomethingElseIsAskedFor() {
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().onlyResult(base).denominator()).isEqualTo(2);
  }

  @Test
  void affectedRunsThoseOfTheSuiteThatReachTheModule() {
    fixture.select = Select.AFFECTED;
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void affectedIsLeftOutWithItsReasonWhereNothingReachesTheModule() {
    fixture.select = Select.AFFECTED;
    fixture.repository.without("tests/test_app.py");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(GatingFixture.codes(result)).containsExactly("H040");
  }

  @Test
  void aSuiteChosenByMarksRunsWhole() {
    fixture.select = Select.AFFECTED;
    fixture.smoke = List.of("pytest", "-q", "-k", "test");
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().onlyResult(base).denominator()).isEqualTo(2);
  }

  @Test
  void smokeRunsNoOtherTestsOfTheModuleThanTheWrittenOne() {
    fixture.select = Select.SMOKE;
    fixture.gates = List.of(new ChosenGate.Known(GateKind.MODULE_TEST));
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().onlyResult(base).verdict()).isEqualTo(Verdict.NO_WITNESS);
  }

  @Test
  void aSuiteThatMovesIsFoundAtItsNewPlace() {
    fixture.moves = List.of(new Move("tests.smoke", "tests/smoke", "checks/quick"));
    fixture.smoke = List.of("pytest", "-q", "tests/smoke/test_app.py::test_runs");
    fixture.repository.with(
        "tests/smoke/test_app.py",
        "from app import run\n\n\ndef test_runs():\n    assert run() == 2\n");
    Revision base = fixture.repository.commit("base");
    fixture.paths.clear();
    fixture.paths.putAll(Map.of("tests/smoke/test_app.py", "checks/quick/test_app.py"));
    fixture.repository.move("tests/smoke/test_app.py", "checks/quick/test_app.py");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.numerator()).as(fixture.logs()).isEqualTo(1);
    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }
}
