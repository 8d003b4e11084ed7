package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a run beforehand. */
final class PlanExplainTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory);
  }

  @Test
  void theOrderOfTheConfiguredBatchesIsExplained() {
    var ended = checkout.ferry("plan", "--explain");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("after labs.clock: both change labs/bell.py; labs.bell imports labs.clock")
        .endsWith("2 units in 1 groups, 0 of them alone; 1 conflicting pairs; at least 2 rounds\n");
    assertThat(checkout.ferry("plan", "--explain", "--json").out())
        .startsWith("{\"schema\":\"ferry.plan/v1\"");
    assertThat(checkout.ferry("plan", "--explain", "--dot").out()).startsWith("digraph ferry {");
    assertThat(checkout.git("branch", "--list", "feat/*")).isEmpty();
  }

  @Test
  void aManifestOrBatchesAreNeeded() {
    assertThat(checkout.ferry("plan").err()).contains("error[FRY-D001]");
    assertThat(checkout.ferry("plan").exit()).isEqualTo(2);
    assertThat(checkout.ferry("plan", "--explain", "m.json").err()).contains("error[FRY-D002]");
  }

  @Test
  void aDryRunShowsTheEditsThatTheRunCommits() throws IOException {
    checkout.file(
        "batches/batch_core.tsv",
        "labs.clock\tlabs/clock.py\tcore/clock.py\nlabs.gone\tlabs/gone.py\tcore/gone.py\n");
    checkout.commit();

    var ended = checkout.ferry("run", "--all", "--dry-run");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains("FRY-M001")
        .contains("batch_core.tsv:2")
        .contains("labs.clock: labs/clock.py → core/clock.py");
    assertThat(checkout.git("branch", "--list", "feat/*")).isEmpty();
    Files.writeString(directory.resolve(".git/patch"), ended.out(), StandardCharsets.UTF_8);
    checkout.git("apply", "--index", ".git/patch");
    String shown = checkout.git("write-tree");
    checkout.git("reset", "-q", "--hard");
    checkout.ferry("run", "--all");
    assertThat(checkout.git("rev-parse", "feat/integrate-labs-clock^{tree}")).isEqualTo(shown);
  }

  @Test
  void nothingToPlanIsNothingToDo() {
    checkout.ferry("run", "--all");

    assertThat(checkout.ferry("plan", "--explain").exit()).isEqualTo(3);
    assertThat(checkout.ferry("run", "--dry-run").exit()).isEqualTo(3);
  }
}
