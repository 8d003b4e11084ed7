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

/** Rule 5: a failure is excused only where the test is flaky at base too. */
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
}
