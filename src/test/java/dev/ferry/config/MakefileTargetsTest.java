package dev.ferry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MakefileTargetsTest {
  private static final List<String> BATCHES =
      List.of("batches/batch_matriz.tsv", "batches/batch_core.tsv", "batches/batch_serve.tsv");

  private static final String BLOCK =
      """
      # >>> ferry: written by `ferry init --makefile`
      .PHONY: batch-status batch-next-matriz batch-next-core batch-next-serve batch-next

      batch-status: ## Show integration batch progress dashboard
      \t@ferry status batches/batch_matriz.tsv batches/batch_core.tsv batches/batch_serve.tsv

      batch-next-matriz: ## Integrate next module from MATRIZ batch
      \t@ferry next --batch batches/batch_matriz.tsv

      batch-next-core: ## Integrate next module from CORE batch
      \t@ferry next --batch batches/batch_core.tsv

      batch-next-serve: ## Integrate next module from SERVE batch
      \t@ferry next --batch batches/batch_serve.tsv

      batch-next: ## Integrate next module from the smallest remaining batch
      \t@ferry next
      # <<< ferry
      """;

  @Test
  void theFiveTargetsOfTheSpecificationAreWritten() {
    assertThat(MakefileTargets.apply("", BATCHES)).contains(BLOCK);
  }

  @Test
  void whatStandsThereStays() {
    assertThat(MakefileTargets.apply("all:\n\ttrue", BATCHES)).contains("all:\n\ttrue\n\n" + BLOCK);
  }

  @Test
  void applyingAgainChangesNothingAndOtherBatchesReplaceTheBlock() {
    String once = MakefileTargets.apply("a: b\n", List.of("x.tsv")).orElseThrow();
    String followed = once + "z: y\n";

    assertThat(MakefileTargets.apply(once, List.of("x.tsv"))).contains(once);
    assertThat(MakefileTargets.apply(followed, BATCHES)).contains("a: b\n\n" + BLOCK + "z: y\n");
  }

  @Test
  void aTornBlockIsNotGuessedAt() {
    assertThat(MakefileTargets.apply(BLOCK.replace("# <<< ferry\n", ""), BATCHES)).isEmpty();
  }

  @Test
  void targetsThatTheMakefileHasAlreadyAreNamed() {
    assertThat(
            MakefileTargets.alreadyDefined("batch-next: x\nbatch-status := 1\n" + BLOCK, BATCHES))
        .containsExactly("batch-next");
  }

  @Test
  void anOddPathCannotLeaveItsWord() {
    assertThat(MakefileTargets.apply("", List.of("a b'$(x).tsv")).orElseThrow())
        .contains("\t@ferry next --batch 'a b'\\''$$(x).tsv'\n")
        .contains("\nbatch-next-a-b---x-: ##");
  }
}
