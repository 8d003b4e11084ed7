package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogShowDiffTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory);
  }

  @Test
  void anEmptyLogSaysHowToBegin() {
    var ended = checkout.ferry("log");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isEqualTo("nothing was tried yet: `ferry next` begins\n");
  }

  @Test
  void theLogHasTheNewestAttemptFirst() {
    checkout.ferry("run", "--all");

    var ended = checkout.ferry("log");
    assertThat(ended.out().lines()).hasSize(2);
    assertThat(ended.out().lines().findFirst().orElseThrow())
        .contains("integrated")
        .contains("labs.bell")
        .contains("feat/integrate-labs-bell");
    assertThat(checkout.ferry("log", "-n", "1").out().lines()).hasSize(1);
    assertThat(checkout.ferry("log", "--json").out())
        .startsWith("{\"schema\":\"ferry.log/v1\",\"attempts\":[{");
  }

  @Test
  void showTellsAllStepsOfTheNewestAttemptAndListsTheEarlierOnes() {
    String usual = checkout.read("ferry.yaml");
    checkout.file("ferry.yaml", "gates: [no]\ncommands: [{name: no, argv: [no-such-program]}]\n");
    assertThat(checkout.ferry("next").exit()).isEqualTo(14);
    checkout.file("ferry.yaml", usual);
    assertThat(checkout.ferry("next").exit()).isZero();

    var ended = checkout.ferry("show", "labs.clock");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .startsWith("labs.clock\nsource   labs/clock.py\nto       core/clock.py\n")
        .contains("[1/9] REVIEW")
        .contains("[9/9] COMMIT")
        .contains("PASS             schema")
        .contains("\nearlier attempts:\n");
  }

  @Test
  void documentsThatMentionAModuleAreShownButNotTheBatchesThemselves() {
    checkout.file("docs/clock.md", "See `labs.clock`.\n");
    checkout.git("add", "-A");
    checkout.git("commit", "-q", "-m", "a document");
    checkout.ferry("run", "--all");

    assertThat(checkout.ferry("show", "labs.clock").out())
        .contains("docs/clock.md:1 mentions labs.clock")
        .doesNotContain(".tsv:");
  }

  @Test
  void aModuleThatWasNeverTriedHasNothingToShow() {
    var ended = checkout.ferry("show", "labs.clock");

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("error[FRY-R033]");
  }

  @Test
  void theDiffOfAModuleIsThePatchOfItsBranch() {
    checkout.ferry("run", "--all");

    var ended = checkout.ferry("diff", "labs.clock");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains("rename from labs/clock.py\nrename to core/clock.py\n")
        .contains("-from labs.clock import now\n+from core.clock import now\n");
  }

  @Test
  void aModuleOfTwoCommitsIsOnePatch() {
    checkout.ferry("run", "--all", "--two-commits");

    assertThat(checkout.git("rev-list", "--count", "main..feat/integrate-labs-clock").strip())
        .isEqualTo("2");
    assertThat(checkout.ferry("diff", "labs.clock").out())
        .contains("rename from labs/clock.py\n")
        .contains("+from core.clock import now\n");
  }

  @Test
  void aStackedModuleIsShownWithoutWhatItStandsOn() {
    stacked();

    assertThat(checkout.ferry("diff", "labs.rules.limits").out())
        .contains("rename to core/rules/limits.py")
        .doesNotContain("core/rules/__init__.py");
    assertThat(checkout.ferry("diff", "core.rules").out())
        .contains("rename to core/rules/__init__.py");
  }

  @Test
  void thereIsNoDiffWithoutABranch() {
    var remaining = checkout.ferry("diff", "labs.clock");
    assertThat(remaining.exit()).isEqualTo(3);
    assertThat(remaining.err())
        .contains("error[FRY-R036] labs.clock is not integrated: there is no branch");

    var unknown = checkout.ferry("diff", "labs.typo");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("error[FRY-R032]");
  }

  @Test
  void theDiffOfALandedModuleIsThatOfTheCommitThatBroughtIt() {
    checkout.ferry("run", "--all");
    checkout.git("merge", "-q", "--no-ff", "-m", "land", "feat/integrate-labs-clock");
    checkout.git("branch", "-D", "feat/integrate-labs-clock");

    assertThat(checkout.ferry("diff", "labs.clock").out())
        .contains("rename from labs/clock.py\nrename to core/clock.py\n");
  }

  private void stacked() {
    checkout
        .file("core/rules.py", "GAP = 1\n")
        .file("labs/rules/__init__.py", "")
        .file("labs/rules/limits.py", "LIMIT = 2\n")
        .file(
            "batches/batch_core.tsv",
            "labs.rules.limits\tlabs/rules/limits.py\tcore/rules/limits.py\n")
        .commit();
    assertThat(checkout.ferry("run", "--all").exit()).isZero();
  }
}
