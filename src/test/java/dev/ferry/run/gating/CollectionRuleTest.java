package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 3: what cannot be collected is a failure, where it is new. */
final class CollectionRuleTest {
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
  void anOldNameInATestFileFailsAndHidesNoOtherTest() {
    fixture.repository.with(
        "tests/test_old.py",
        "from labs.engine import start\n\n\ndef test_start():\n    assert start(1) == 2\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).contains("T010", "T009");
    assertThat(result.numerator()).as("the other test still ran").isEqualTo(1);
  }

  @Test
  void whatCouldNotBeCollectedAtBaseDoesNotBlock() {
    fixture.minimum = 0.5;
    fixture.repository.with("tests/test_broken.py", "import nowhere\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void aProjectThatUsesTheCachePluginStillRuns() {
    fixture
        .repository
        .with("pytest.ini", "[pytest]\naddopts = --last-failed\n")
        .with(
            "tests/test_cache.py",
            "def test_cache(request):\n    request.config.cache.set('sample/key', 1)\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isEqualTo(2);
    assertThat(fixture.workplace().root().resolve(".pytest_cache")).doesNotExist();
  }
}
