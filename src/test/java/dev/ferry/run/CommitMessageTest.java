package dev.ferry.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommitMessageTest {
  private static final Move MOVE =
      new Move("labs.core.glyph", "labs/core/glyph.py", "core/glyph.py");

  private final CommitMessage message =
      new CommitMessage(
          "feat(integration): integrate {module} → {destination}", "Hidden Gems Integration");

  private static GateResult gate(String name, Verdict verdict, boolean proven) {
    return new GateResult(name, verdict, proven, 1, 1, List.of(), Duration.ZERO);
  }

  @Test
  void itHasTheSpecificationsSubjectAndTaskAndTrailers() {
    assertThat(
            message.of(List.of(MOVE), 2, List.of(gate("syntax", Verdict.PASS, true)), "sha256:abc"))
        .isEqualTo(
            """
            feat(integration): integrate labs.core.glyph → core/glyph.py

            Move labs/core/glyph.py to core/glyph.py; rewrite the references in 2 files.

            task: Hidden Gems Integration

            Ferry-Module: labs.core.glyph
            Ferry-Source: labs/core/glyph.py
            Ferry-Destination: core/glyph.py
            Ferry-Gates: syntax PASS
            Ferry-Report: sha256:abc
            """);
  }

  @Test
  void aGateThatProvedNothingIsNoPlainPass() {
    String text =
        message.of(
            List.of(MOVE),
            0,
            List.of(gate("smoke", Verdict.NO_WITNESS, true), gate("own", Verdict.PASS, false)),
            "");

    assertThat(text).contains("Ferry-Gates: smoke NO WITNESS, own PASS (unproven)\n");
  }

  @Test
  void everyMoveOfAUnitIsNamed() {
    Move other = new Move("labs.b", "labs/b.py", "core/b.py");

    assertThat(message.of(List.of(MOVE, other), 1, List.of(), ""))
        .contains("Ferry-Module: labs.core.glyph\n", "Ferry-Module: labs.b\n")
        .contains("Move labs/b.py to core/b.py; rewrite the references in one file.");
  }

  @Test
  void withoutATaskThereIsNoSuchLine() {
    assertThat(new CommitMessage("move {source}", "").of(List.of(MOVE), 0, List.of(), ""))
        .startsWith("move labs/core/glyph.py\n")
        .doesNotContain("task:");
  }

  @Test
  void theBranchIsTheModuleWithHyphens() {
    assertThat(new BranchName("feat/integrate-{module}").of("labs.core/x.y"))
        .isEqualTo("feat/integrate-labs-core-x-y");
  }
}
