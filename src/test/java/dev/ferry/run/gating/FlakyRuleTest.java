package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import dev.ferry.probe.WorktreeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 5: before a failure is blamed or excused, both sides run again. */
final class FlakyRuleTest {
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

  private static final String EVERY_OTHER_TIME =
      """
      import os
      from app import run


      def test_sometimes():
          with open(os.environ['TALLY'], 'a+') as tally:
              tally.write('x')
              tally.flush()
              assert run() == 2
              assert os.path.getsize(tally.name) % 2 == 1
      """;

  @BeforeEach
  void tally() {
    fixture.worktree =
        new WorktreeSettings(
            List.of(), List.of(), List.of(), Map.of("TALLY", fixture.place + "/tally"));
  }

  @Test
  void aTestThatIsFlakyAtBaseIsExcused() {
    fixture.repository.with("tests/test_flaky.py", EVERY_OTHER_TIME);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).contains("T016");
  }

  /** Fails with the move in the runs that are named, counted from one, and never at base. */
  private GateResult judgedWithFailuresIn(String runs) {
    fixture.repository.with(
        "tests/test_flaky.py",
        """
        import os
        import app


        def test_sometimes():
            assert app.run() == 2
            if os.path.exists('labs/engine.py'):
                return
            with open(os.environ['TALLY'], 'a+') as tally:
                tally.write('x')
                tally.flush()
                assert os.path.getsize(tally.name) not in (%s)
        """
            .formatted(runs));
    Revision base = fixture.repository.commit("base");
    return fixture.moved().onlyResult(base);
  }

  @Test
  void aTestThatFailsOnceAtTheCandidateAndNeverAgainIsNotTheMovesDoing() {
    GateResult result = judgedWithFailuresIn("1,");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.code().id()).isEqualTo("FRY-T100");
              assertThat(finding.arguments())
                  .startsWith("tests/test_flaky.py::test_sometimes", "1", "4");
            });
  }

  @Test
  void aTestThatComesBackRedIsTheMovesDoingAlthoughItPassedBetween() {
    GateResult result = judgedWithFailuresIn("1, 3, 5");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T008").doesNotContain("T016", "T100");
  }

  @Test
  void whatIsFlakyAtBaseIsRememberedAndNotTriedAgain() {
    // red when ferry tries it again, and with the move: by the moment, not by the run
    fixture.repository.with(
        "tests/test_flaky.py",
        """
        import os


        def test_sometimes():
            assert not os.path.exists(os.environ['TALLY'])
        """);
    Revision base = fixture.repository.commit("base");
    fixture.onlyResultOf(base, base);
    GatingFixture.write(fixture.place.resolve("tally"), "from now on");
    Revision candidate = fixture.moved().repository.commit("move");

    GateResult first = fixture.onlyResultOf(base, candidate);
    assertThat(first.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(first)).contains("T016");
    assertThat(fixture.logNames()).anyMatch(name -> name.endsWith("-retry.log"));

    GateResult second = fixture.onlyResultOf(base, candidate);
    assertThat(second.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(second)).contains("T016");
    assertThat(fixture.logNames()).noneMatch(name -> name.endsWith("-retry.log"));
  }
}
