package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeListing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TreeCheckTest {
  /** Names by hand: what Python would say, as far as these tests go. */
  private record Names(List<String> roots) implements NamingRules {
    @Override
    public boolean isReserved(String word) {
      return word.equals("class");
    }

    @Override
    public boolean isStandardLibrary(String topLevelName) {
      return topLevelName.equals("json");
    }
  }

  @Test
  void aRowThatFitsTheTreeIsLeftAlone() {
    assertThat(found(Texts.tree("labs/a.py", "core/b.py"), "labs/a.py", "core/a.py")).isEmpty();
    assertThat(found(Texts.tree("labs/p/__init__.py"), "labs/p", "core/p")).isEmpty();
    assertThat(found(Texts.tree("core/a.py"), "core/a.py", "core/a.py")).isEmpty();
  }

  @Test
  void aMissingSourceIsToldAndOneThatDiffersOnlyInCaseIsNamed() {
    assertThat(found(Texts.tree("x.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B004, "labs/a.py"));
    assertThat(found(Texts.tree("LABS/A.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B004, "labs/a.py", "LABS/A.py"));
    assertThat(found(Texts.tree("LABS/p/a.py"), "labs/p", "core/p"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B004, "labs/p", "LABS/p"));
  }

  @Test
  void aMoveThatSomebodyMadeIsNoError() {
    assertThat(found(Texts.tree("core/a.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.R001, "core/a.py", "labs/a.py"));
  }

  @Test
  void aRowInPlaceNeedsItsFile() {
    assertThat(found(Texts.tree("MATRIZ/a.py"), "matriz/a.py", "matriz/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B034, "matriz/a.py", "MATRIZ/a.py"));
  }

  @Test
  void aDestinationThatExistsIsRefusedUnlessItMovesAway() {
    TreeListing tree = Texts.tree("labs/a.py", "core/a.py");

    assertThat(found(tree, "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B033, "core/a.py"));
    assertThat(
            foundIn(
                tree, Texts.row("labs/a.py", "core/a.py"), Texts.row("core/a.py", "serve/a.py")))
        .isEmpty();
  }

  @Test
  void aDestinationThatDiffersFromAFileOnlyInCaseIsWarnedOf() {
    assertThat(found(Texts.tree("labs/a.py", "CORE/a.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B041, "core/a.py", "CORE/a.py"));
    assertThat(found(Texts.tree("labs/A.py"), "labs/A.py", "labs/a.py")).isEmpty();
  }

  @Test
  void aModuleAndAPackageOfOneNameAreRefused() {
    assertThat(found(Texts.tree("labs/a.py", "core/a/__init__.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B035, "core/a.py", "core/a/__init__.py"));
    assertThat(found(Texts.tree("labs/p/x.py", "core/p.py"), "labs/p", "core/p"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B035, "core/p", "core/p.py"));
  }

  @Test
  void aModuleInTheWayOfItsPackageIsToldOnceWithTheRowsBehindIt() {
    assertThat(
            foundIn(
                Texts.tree("labs/a.py", "labs/b.py", "core/governance.py", "core/governance/x.py"),
                Texts.row("labs/a.py", "core/governance/a.py"),
                Texts.row("labs/b.py", "core/governance/deep/b.py")))
        .containsExactly(
            Problem.at(
                "b.tsv", 1, Code.B037, "core/governance.py", "2", "core/governance/__init__.py"));
  }

  @Test
  void nothingIsFollowedOutOfTheTree() {
    TreeListing tree =
        TreeListing.of(
            List.of(
                Texts.entry("100644", "labs/a.py"),
                Texts.entry("120000", "link"),
                Texts.entry("120000", "labs/link.py"),
                Texts.entry("160000", "vendor"),
                Texts.entry("100644", "file")));

    assertThat(found(tree, "labs/a.py", "link/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B038, "link/a.py", "link", "a symbolic link"));
    assertThat(found(tree, "labs/a.py", "vendor/deep/a.py"))
        .containsExactly(
            Problem.at("b.tsv", 1, Code.B038, "vendor/deep/a.py", "vendor", "a submodule"));
    assertThat(found(tree, "labs/a.py", "file/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B038, "file/a.py", "file", "a file"));
    assertThat(found(tree, "labs/link.py", "core/link.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B039, "labs/link.py", "a symbolic link"));
  }

  @Test
  void namesAreJudgedFromTheSourceRootDown() {
    TreeListing tree = Texts.tree("labs/a.py");

    assertThat(found(tree, "labs/a.py", "my-lib/src/core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B022, "my-lib/src/core/a.py", "my-lib"));
    assertThat(found(tree, "labs/a.py", "core/class/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B022, "core/class/a.py", "class"));
    Batch batch = Texts.batch("b.tsv", Texts.row("labs/a.py", "my-lib/src/core/a.py"));
    Names rooted = new Names(List.of("my-lib/src", ""));
    assertThat(new TreeCheck(tree, rooted).check(List.of(batch)).shown()).isEmpty();
  }

  @Test
  void theStandardLibraryIsNotHiddenAnew() {
    assertThat(found(Texts.tree("labs/a.py"), "labs/a.py", "json.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B040, "json.py", "json"));
    assertThat(found(Texts.tree("labs/a.py", "json/x.py"), "labs/a.py", "json/a.py")).isEmpty();
    assertThat(found(Texts.tree("labs/a.py"), "labs/a.py", "core/json.py")).isEmpty();
  }

  @Test
  void aSourceThatAPackageHidesIsWarnedOf() {
    assertThat(found(Texts.tree("labs/a.py", "labs/a/__init__.py"), "labs/a.py", "core/a.py"))
        .containsExactly(Problem.at("b.tsv", 1, Code.B042, "labs/a.py", "labs/a/__init__.py"));
  }

  @Test
  void findingsAreToldRowByRow() {
    Batch batch =
        Texts.batch("b.tsv", Texts.row("labs/a.py", "core/a.py"), Texts.row("b.py", "core/b.py"));

    Map<BatchRow, List<Problem>> found =
        new TreeCheck(Texts.tree("labs/a.py"), new Names(List.of(""))).byRow(List.of(batch));

    assertThat(found).containsOnlyKeys(batch.rows().get(1));
  }

  private static List<Problem> found(TreeListing tree, String source, String destination) {
    return foundIn(tree, Texts.row(source, destination));
  }

  private static List<Problem> foundIn(TreeListing tree, String... rows) {
    return new TreeCheck(tree, new Names(List.of("")))
        .check(List.of(Texts.batch("b.tsv", rows)))
        .shown();
  }
}
