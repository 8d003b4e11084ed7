package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that prove nothing never pass. */
final class VacuousRunTest {
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

  private static final String RUNS =
      "from app import run\n\n\ndef test_runs():\n    assert run() == 2\n";

  private GateResult judge() {
    Revision base = fixture.repository.commit("base");
    return fixture.moved().onlyResult(base);
  }

  @Test
  void aMissingPytestIsAnError() {
    fixture.environmentAt(fixture.place.resolve("env"), false);

    GateResult result = judge();

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("E005");
  }

  @Test
  void aMissingEnvironmentIsAnError() {
    fixture.virtualenv = Optional.of("nowhere");

    GateResult result = judge();

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("E001");
  }

  @Test
  void noTestsAreAnError() {
    fixture.repository.without("tests/test_app.py").with("tests/readme.txt", "no tests\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T014");
  }

  @Test
  void onlySkippedTestsAreAnError() {
    fixture.repository.with(
        "tests/test_app.py",
        "import pytest\n\npytestmark = pytest.mark.skip\n\n\ndef test_skipped():\n    pass\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void aWrongOptionIsAnError() {
    fixture.smoke = List.of("pytest", "--no-such-option", "tests");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void aMissingTestFolderIsAnError() {
    fixture.smoke = List.of("pytest", "-q", "tests/smoke");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void aCrashLeavesNoResultsAndIsAnError() {
    fixture.repository.with(
        "tests/test_crash.py",
        "import os\n\n\n"
            + "def test_crash():\n"
            + "    if os.path.exists('core/engine.py'):\n"
            + "        os._exit(0)\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T022");
  }

  @Test
  void aHangIsEndedAndIsAnError() {
    fixture.time = Duration.ofSeconds(4);
    fixture.repository.with(
        "tests/test_hang.py",
        "import os, time\n\n\n"
            + "def test_hang():\n"
            + "    if os.path.exists('core/engine.py'):\n"
            + "        time.sleep(600)\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T023");
  }

  @Test
  void aFloodOfOutputIsCutAndJudgedAllTheSame() throws IOException {
    fixture.smoke = List.of("pytest", "-s", "-q", "tests");
    fixture.repository.with(
        "tests/test_flood.py",
        "def test_flood():\n    for _ in range(300):\n        print('x' * 100_000)\n");

    GateResult result = judge();

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    try (var files = Files.walk(fixture.place.resolve("logs"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.toFile().length() < 2 << 20);
    }
  }

  @Test
  void aBackgroundProcessIsEndedAndNoted() {
    fixture.repository.with(
        "tests/test_fork.py",
        "import subprocess\n\n\n"
            + "def test_fork():\n"
            + "    subprocess.Popen(['sh', '-c', 'exec sleep 987'], start_new_session=True)\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).contains("T026");
    assertThat(
            ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 987")))
        .isEmpty();
  }

  @Test
  void aTestThatPassedAndIsSkippedNowFails() {
    fixture.repository.with(
        "tests/test_skip.py",
        "import pytest\n\n\ndef test_skip():\n    pytest.importorskip('labs.engine')\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T007");
  }

  @Test
  void aTestThatPassedAndIsExpectedToFailNowFails() {
    fixture.repository.with(
        "tests/test_x.py",
        "import os, pytest\n\n\n"
            + "@pytest.mark.xfail(os.path.exists('core/engine.py'), reason='moved')\n"
            + "def test_x():\n"
            + "    assert not os.path.exists('core/engine.py')\n");

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T007");
  }

  @Test
  void aTestThatPassedAndIsDeselectedNowFails() {
    fixture.repository.with("tests/test_more.py", "def test_more():\n    pass\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("pytest.ini", "[pytest]\naddopts = -k runs\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T009");
  }

  @Test
  void resultsOfAPytestInsideATestAreNotTakenForThisRuns() {
    fixture.repository.with(
        "tests/test_nested.py",
        """
        import subprocess
        import sys


        def test_nested(tmp_path):
            (tmp_path / 'test_inner.py').write_text('def test_inner(): assert False')
            ended = subprocess.run([sys.executable, '-m', 'pytest', '-q', str(tmp_path)])
            assert ended.returncode == 1
        """);

    GateResult result = judge();

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void testsThatMovedAreComparedUnderTheirNewPaths() {
    fixture.repository.with("labs/test_engine.py", RUNS);
    fixture.smoke = List.of("pytest", "-q", "tests", "labs", "core");
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.move("labs/test_engine.py", "core/test_engine.py");
    fixture.paths.put("labs/test_engine.py", "core/test_engine.py");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(2);
  }
}
