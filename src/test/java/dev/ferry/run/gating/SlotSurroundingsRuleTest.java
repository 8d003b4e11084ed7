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

/** Rule 7: slots see what the project needs, and nothing of ferry's own. */
final class SlotSurroundingsRuleTest {
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

  private GateResult judgeWith(String test) {
    fixture.repository.with("tests/test_app.py", "from app import run\n\n\n" + test);
    Revision base = fixture.repository.commit("base");
    return fixture.moved().onlyResult(base);
  }

  @Test
  void linksAndCopiesOfUntrackedFilesAreThere() {
    fixture.repository.with(".gitignore", ".env\ndata/\n");
    GatingFixture.write(fixture.repository.root().resolve(".env"), "KEY=1\n");
    GatingFixture.write(fixture.repository.root().resolve("data/deep/table.csv"), "a,b\n");
    fixture.worktree = new WorktreeSettings(List.of(".env"), List.of("data"), List.of(), Map.of());

    GateResult result =
        judgeWith(
            """
            def test_files():
                assert run() == 2
                assert open('.env').read() == 'KEY=1\\n'
                assert open('data/deep/table.csv').read() == 'a,b\\n'
            """);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aLinkThatLeadsOutOfTheCheckoutIsAnError() {
    GatingFixture.write(fixture.place.resolve("secret"), "x");
    fixture.worktree = new WorktreeSettings(List.of("../secret"), List.of(), List.of(), Map.of());

    GateResult result = judgeWith("def test_runs():\n    assert run() == 2\n");

    assertThat(GatingFixture.codes(result)).containsExactly("E008");
  }

  @Test
  void setUpRunsBeforeTheTests() {
    fixture.worktree =
        new WorktreeSettings(
            List.of(), List.of(), List.of(List.of("sh", "-c", "echo built > built.txt")), Map.of());

    GateResult result =
        judgeWith("def test_built():\n    assert run() == 2 and open('built.txt').read()\n");

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  @Test
  void theEnvironmentIsTheSlotsOwn() {
    fixture.variables.put("FERRY_TEST_TOKEN", "secret");
    fixture.variables.put("GITHUB_TOKEN", "secret");
    fixture.variables.put("TZ", "Asia/Tokyo");
    fixture.variables.put("LC_ALL", "de_DE.UTF-8");
    fixture.variables.put("WANTED", "yes");
    fixture.allowed = List.of("WANTED");
    fixture.worktree =
        new WorktreeSettings(List.of(), List.of(), List.of(), Map.of("DATABASE", "test_{slot}"));

    GateResult result =
        judgeWith(
            """
            import os
            import tempfile


            def test_surroundings():
                assert run() == 2
                assert 'secret' not in os.environ.values()
                assert os.environ['TZ'] == 'UTC' and os.environ['LC_ALL'] == 'C.UTF-8'
                assert os.environ['WANTED'] == 'yes'
                assert os.environ['DATABASE'] == 'test_1'
                assert tempfile.gettempdir().startswith(%1$s)
                assert os.path.expanduser('~').startswith(%1$s)
                assert os.environ['XDG_CACHE_HOME'].startswith(%1$s)
            """
                .formatted("'" + fixture.place + "/slot-1.own'"));

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }
}
