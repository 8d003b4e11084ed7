package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
