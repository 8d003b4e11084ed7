package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import dev.ferry.probe.WorktreeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 1: only tests that notice a broken module prove a move. */
final class WitnessRuleTest {
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
  void aSuiteThatDoesNotReachTheModuleIsNoWitness() {
    fixture
        .repository
        .without("tests/test_app.py")
        .with("tests/test_else.py", "def test_else():\n    assert 1 + 1 == 2\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(GatingFixture.codes(result)).contains("T024");
    assertThat(result.blocks(false)).isFalse();
    assertThat(result.blocks(true)).isTrue();
  }

  @Test
  void moduleTestsRunBesidesTheSmokeSuiteToFindAWitness() {
    fixture.gates = List.of(new ChosenGate.Known(GateKind.MODULE_TEST));
    fixture.smoke = List.of("pytest", "-q", "tests/smoke");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void testsBelowAConftestThatImportsTheModuleReachIt() {
    fixture
        .repository
        .with(
            "tests/conftest.py",
            "import pytest\n"
                + "from labs.engine import start\n\n\n"
                + "@pytest.fixture\n"
                + "def speed():\n"
                + "    return start(1)\n")
        .with("tests/test_app.py", "def test_speed(speed):\n    assert speed == 2\n");
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with(
            "tests/conftest.py",
            "import pytest\n"
                + "from core.engine import start\n\n\n"
                + "@pytest.fixture\n"
                + "def speed():\n"
                + "    return start(1)\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  @Test
  void baseAndItsControlRunOnceForManyCandidates() throws IOException {
    Path tally = fixture.place.resolve("tally");
    fixture.worktree =
        new WorktreeSettings(List.of(), List.of(), List.of(), Map.of("TALLY", tally.toString()));
    fixture.repository.with(
        "tests/conftest.py",
        "import os\n\nwith open(os.environ['TALLY'], 'a') as tally:\n    tally.write('run\\n')\n");
    Revision base = fixture.repository.commit("base");
    Revision first = fixture.moved().repository.commit("first");
    Revision second = fixture.repository.with("core/note.py", "x = 1\n").commit("second");

    assertThat(fixture.judge(base, first)).hasSize(1);
    assertThat(Files.readAllLines(tally)).as("base, candidate, control").hasSize(3);
    assertThat(fixture.judge(base, second)).hasSize(1);
    assertThat(Files.readAllLines(tally)).as("and the other candidate").hasSize(4);
  }
}
