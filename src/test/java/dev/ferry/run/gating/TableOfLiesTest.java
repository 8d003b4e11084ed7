package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.run.gating.Lie.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of lies: each gate is offered what fooled others, with real tests and real commits, and
 * passes none of it.
 */
final class TableOfLiesTest {
  @TempDir Path temporary = Path.of("");

  static Stream<Lie> lies() {
    return Stream.of(
            LiesAboutTests.rows(),
            LiesAboutSurroundings.rows(),
            LiesAboutCommands.rows(),
            LiesAboutApplications.rows(),
            LiesAboutContracts.rows(),
            LiesAboutReports.rows())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void isSeenThrough(Lie lie) {
    Answer answer = lie.offered().apply(temporary);

    assertThat(answer.verdict())
        .as("%s%n%s", answer.codes(), answer.logs())
        .isEqualTo(lie.answer().verdict());
    assertThat(answer.codes()).as(answer.logs()).containsAll(lie.answer().codes());
  }

  /** The specification's rule: an unproven command is called so, everything else is no pass. */
  @Test
  void noRowExpectsAPass() {
    assertThat(lies())
        .extracting(lie -> lie.answer().verdict())
        .isSubsetOf("ERROR", "FAIL", "NO WITNESS", "PASS (unproven)")
        .hasSizeGreaterThan(50);
    assertThat(lies()).extracting(Lie::name).doesNotHaveDuplicates();
  }
}
