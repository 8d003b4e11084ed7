package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Batch;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowConflictsTest {
  @Test
  void rowsThatDoNotMeetAreLeftAlone() {
    assertThat(
            found(
                Texts.row("labs/a.py", "core/a.py"),
                Texts.row("labs/b.py", "core/b/c.py"),
                Texts.row("labs/pkg", "core/pkg"),
                Texts.row("labs/d.py", "labs/d.py")))
        .isEmpty();
  }

  @Test
  void chainsSwapsAndNestedPackagesAreNoConflicts() {
    assertThat(
            found(
                Texts.row("a/x.py", "a/y.py"),
                Texts.row("a/y.py", "a/x.py"),
                Texts.row("labs/pkg", "core/pkg"),
                Texts.row("labs/pkg/inner.py", "serve/inner.py")))
        .isEmpty();
  }

  @Test
  void aModuleInTwoBatchesIsToldWithTheFirstPlace() {
    Batch one = Texts.batch("/tmp/one.tsv", "m\ta.py\tcore/a.py");
    Batch two = Texts.batch("/tmp/two.tsv", "n\tb.py\tcore/b.py", "m\tc.py\tcore/c.py");

    assertThat(RowConflicts.between(List.of(one, two)).shown())
        .containsExactly(Problem.at("/tmp/two.tsv", 2, Code.B024, "m", "/tmp/one.tsv:1"));
  }

  @Test
  void aDestinationWantedTwiceIsToldAcrossBatches() {
    Batch one = Texts.batch("one.tsv", Texts.row("a.py", "core/x.py"));
    Batch two = Texts.batch("two.tsv", Texts.row("b.py", "core/x.py"));

    assertThat(RowConflicts.between(List.of(one, two)).shown())
        .containsExactly(Problem.at("two.tsv", 1, Code.B025, "core/x.py", "one.tsv:1"));
  }

  @Test
  void aSourceMovedTwiceIsTold() {
    assertThat(found("m\ta.py\tcore/x.py", "n\ta.py\tcore/y.py"))
        .containsExactly(Problem.at("b.tsv", 2, Code.B026, "a.py", "b.tsv:1"));
  }

  @Test
  void theSameRowTwiceIsOneProblem() {
    assertThat(found("m\ta.py\tcore/x.py", "m\t./a.py\tcore//x.py"))
        .containsExactly(Problem.at("b.tsv", 2, Code.B027, "m", "b.tsv:1"));
  }

  @Test
  void destinationsAndModulesThatDifferOnlyInCaseAreNamed() {
    assertThat(found("m\ta.py\tcore/Read.py", "M\tb.py\tCORE/read.py"))
        .containsExactly(
            Problem.at("b.tsv", 2, Code.B028, "CORE/read.py", "core/Read.py", "b.tsv:1"),
            Problem.at("b.tsv", 2, Code.B029, "M", "m", "b.tsv:1"));
  }

  @Test
  void composedAndDecomposedLettersAreOneNameToAMac() {
    assertThat(found("m\ta.py\tcore/\u00fc.py", "n\tb.py\tcore/u\u0308.py"))
        .extracting(Problem::code)
        .containsExactly(Code.B028);
  }

  @Test
  void aModuleAndAPackageOfOneNameAreTold() {
    assertThat(found(Texts.row("a.py", "core/x.py"), Texts.row("p", "core/x")))
        .extracting(Problem::code)
        .containsExactly(Code.B035);
    assertThat(found(Texts.row("a.py", "core/x.py"), Texts.row("b.py", "core/x/y/b.py")))
        .containsExactly(
            Problem.at("b.tsv", 2, Code.B035, "core/x/y/b.py", "core/x.py", "b.tsv:1"));
  }

  @Test
  void aDestinationInsideAMovedPackageIsTold() {
    assertThat(found(Texts.row("labs/p", "core/p"), Texts.row("a.py", "labs/p/q/a.py")))
        .containsExactly(Problem.at("b.tsv", 2, Code.B036, "labs/p/q/a.py", "labs/p", "b.tsv:1"));
    assertThat(found(Texts.row("labs/p", "labs/p/q")))
        .containsExactly(Problem.at("b.tsv", 1, Code.B036, "labs/p/q", "labs/p", "b.tsv:1"));
    assertThat(found(Texts.row("labs/p", "labs/p"), Texts.row("a.py", "labs/p/a.py"))).isEmpty();
  }

  private static List<Problem> found(String... rows) {
    return RowConflicts.between(List.of(Texts.batch("b.tsv", rows))).shown();
  }
}
