package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MovePlannerTest {
  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  private MovePlan plan(MemoryTree tree, String... sourcesAndDestinations) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < sourcesAndDestinations.length; i += 2) {
      moves.add(MemoryTree.move(sourcesAndDestinations[i], sourcesAndDestinations[i + 1]));
    }
    return planner.plan(tree.snapshot(), moves, MoveOptions.standard());
  }

  private static List<Code> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void aMissingSourceIsRefused() {
    MovePlan plan = plan(MemoryTree.of("a/b.py", ""), "a/c.py", "x/c.py");
    assertThat(codes(plan.refusals())).containsExactly(Code.M001);
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void aSourceInOtherLettersIsNamed() {
    MovePlan plan = plan(MemoryTree.of("MATRIZ/core/b.py", ""), "matriz/core/b.py", "x/b.py");
    assertThat(plan.refusals())
        .containsExactly(Problem.of(Code.M002, "matriz/core/b.py", "MATRIZ/core/b.py"));
  }

  @Test
  void aTakenDestinationIsRefused() {
    MovePlan plan = plan(MemoryTree.of("a.py", "", "b.py", ""), "a.py", "b.py");
    assertThat(codes(plan.refusals())).containsExactly(Code.M003);
  }

  @Test
  void aTakenDirectoryIsRefused() {
    MovePlan plan = plan(MemoryTree.of("a/m.py", "", "b/n.txt", ""), "a", "b");
    assertThat(codes(plan.refusals())).containsExactly(Code.M003);
  }

  @Test
  void aDestinationThatMovesAwayIsFree() {
    MovePlan plan =
        plan(MemoryTree.of("a.py", "A = 1\n", "b.py", "B = 1\n"), "a.py", "b.py", "b.py", "c.py");
    assertThat(plan.refusals()).isEmpty();
  }

  @Test
  void aFileInPlaceOfADirectoryIsRefused() {
    MovePlan plan = plan(MemoryTree.of("a.py", "", "data", "x"), "a.py", "data/a.py");
    assertThat(codes(plan.refusals())).containsExactly(Code.M003);
  }

  @Test
  void aMoveToItselfIsRefused() {
    assertThat(codes(plan(MemoryTree.of("a.py", ""), "a.py", "a.py").refusals()))
        .containsExactly(Code.M004);
  }

  @Test
  void whatCannotBeImportedIsNoDestination() {
    MemoryTree tree = MemoryTree.of("a/b.py", "", "user.py", "import a.b\n");
    assertThat(codes(plan(tree, "a/b.py", "x/my-b.py").refusals())).containsExactly(Code.M005);
    assertThat(codes(plan(tree, "a/b.py", "class/b.py").refusals())).containsExactly(Code.M005);
    assertThat(codes(plan(tree, "a/b.py", "x/2b.py").refusals())).containsExactly(Code.M005);
    assertThat(codes(plan(tree, "a", "my-a").refusals())).containsExactly(Code.M005);
    MemoryTree part = MemoryTree.of("a/__init__.py", "", "a/b.py", "");
    assertThat(codes(plan(part, "a/b.py", "a/class.py").refusals())).containsExactly(Code.M005);
    assertThat(codes(plan(part, "a", "my-a").refusals())).containsExactly(Code.M005);
    MemoryTree named = MemoryTree.of("a/b.py", "", "user.py", "patch('a.b.f')\n");
    assertThat(codes(plan(named, "a/b.py", "x/2b.py").refusals())).containsExactly(Code.M005);
    MemoryTree beside = MemoryTree.of("s-s/b.py", "", "s-s/main.py", "import b\n");
    assertThat(codes(plan(beside, "s-s/b.py", "s-s/2b.py").refusals())).containsExactly(Code.M005);
  }

  @Test
  void aScriptThatNobodyImportsMayHaveAnyName() {
    MemoryTree script = MemoryTree.of("bin/b.py", "import os\n", "user.py", "import os\n");
    MovePlan plan = plan(script, "bin/b.py", "bin/my-b.py");
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.notes()).containsExactly(Problem.of(Code.M115, "bin/b.py", "bin/my-b.py"));
    assertThat(plan(script, "bin", "my-bin").refusals()).isEmpty();
    // what has a name that is no identifier has none to lose
    MemoryTree keyword = MemoryTree.of("p/__init__.py", "", "p/q/__init__.py", "", "p/q/if.py", "");
    MovePlan moved = plan(keyword, "p/q/if.py", "p/if.py");
    assertThat(moved.refusals()).isEmpty();
    assertThat(moved.notes()).isEmpty();
  }

  @Test
  void aDirectoryWithTheNameOfALibraryGivesNoNames() {
    MemoryTree tree =
        MemoryTree.of(
            "lib/__init__.py", "",
            "lib/compat.py", "C = 1\n",
            "test/units/__init__.py", "",
            "test/units/deep/check.py", "from lib.compat import C\n");
    MovePlan plan = plan(tree, "lib/compat.py", "test/units/compat.py");
    assertThat(tree.after(plan.changes()).text("test/units/deep/check.py"))
        .isEqualTo("from units.compat import C\n");
  }

  @Test
  void dataBesideAModuleOfItsNameNeedsNoPackage() {
    MemoryTree tree = MemoryTree.of("d/g.py", "G = 1\n", "d/m.py", "from . import x\n");
    MovePlan plan = plan(tree, "d/m.py", "d/g/m.py");
    assertThat(plan.refusals()).isEmpty();
    assertThat(tree.after(plan.changes()).text("d/g.py")).isEqualTo("G = 1\n");
  }

  @Test
  void aDataFileMayHaveAnyName() {
    assertThat(plan(MemoryTree.of("a/b-c.txt", "x"), "a/b-c.txt", "x/d e.txt").refusals())
        .isEmpty();
  }

  @Test
  void theStandardLibraryIsNotHidden() {
    MemoryTree tree = MemoryTree.of("a/b.py", "", "logging/own.py", "");
    assertThat(codes(plan(tree, "a/b.py", "json.py").refusals())).containsExactly(Code.M006);
    assertThat(codes(plan(tree, "a/b.py", "email/b.py").refusals())).containsExactly(Code.M006);
    // inside a package the name is as good as any
    assertThat(plan(tree, "a/b.py", "a/json.py").refusals()).isEmpty();
  }

  @Test
  void aModuleAndAPackageDoNotShareAName() {
    MemoryTree tree = MemoryTree.of("a/b.py", "", "x/c/__init__.py", "", "x/d.py", "");
    assertThat(codes(plan(tree, "a/b.py", "x/c.py").refusals())).containsExactly(Code.M007);
    assertThat(codes(plan(tree, "a", "x/d").refusals())).containsExactly(Code.M007);
  }

  @Test
  void aPackageDoesNotMoveIntoItself() {
    assertThat(codes(plan(MemoryTree.of("a/b.py", ""), "a", "a/c").refusals()))
        .containsExactly(Code.M008);
  }

  @Test
  void submodulesAndWhatLiesBehindLinksAreLeftAlone() {
    MemoryTree tree =
        MemoryTree.of("link.py", "../elsewhere.py", "sub", "", "l", "/tmp", "b.py", "")
            .withMode("link.py", "120000")
            .withMode("sub", "160000")
            .withMode("l", "120000");
    assertThat(codes(plan(tree, "sub", "x").refusals())).containsExactly(Code.M010);
    assertThat(codes(plan(tree, "b.py", "l/b.py").refusals())).containsExactly(Code.M009);
    assertThat(codes(plan(tree, "b.py", "sub/b.py").refusals())).containsExactly(Code.M010);
  }

  @Test
  void aModuleInTheWayOfAPackageIsTold() {
    MemoryTree tree =
        MemoryTree.of("labs/m.py", "", "core/g.py", "", "user.py", "from labs import m\n");
    MovePlan plan = plan(tree, "labs/m.py", "core/g/m.py");
    assertThat(plan.refusals())
        .containsExactly(Problem.of(Code.M011, "core/g/m.py", "core/g.py", "core/g/__init__.py"));
    MovePlan together = plan(tree, "labs/m.py", "core/g/m.py", "core/g.py", "core/g/__init__.py");
    assertThat(together.refusals()).isEmpty();
  }

  @Test
  void aHiddenSourceIsNotMovedSilently() {
    MemoryTree tree = MemoryTree.of("a/b.py", "", "a/b/__init__.py", "");
    assertThat(codes(plan(tree, "a/b.py", "x/b.py").refusals())).containsExactly(Code.M013);
  }

  @Test
  void twoMovesDoNotMeet() {
    MemoryTree tree = MemoryTree.of("a.py", "", "b.py", "");
    assertThat(codes(plan(tree, "a.py", "c.py", "b.py", "c.py").refusals())).contains(Code.M014);
    assertThat(codes(plan(tree, "a.py", "c.py", "a.py", "d.py").refusals())).contains(Code.M015);
  }

  @Test
  void aSourceStaysASource() {
    assertThat(codes(plan(MemoryTree.of("a/b.py", ""), "a/b.py", "x/b").refusals()))
        .containsExactly(Code.M016);
  }

  @Test
  void anImportThatWouldDangleRefusesTheMove() {
    // the directory without __init__ is no package any more once its only module has left
    MemoryTree tree =
        MemoryTree.of("n/a.py", "", "main.py", "import n\nimport n as k\nfrom n import a\n");
    MovePlan plan = plan(tree, "n/a.py", "x/c.py");
    assertThat(codes(plan.refusals())).contains(Code.M012);
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void onlyACaseDiffers() {
    MemoryTree tree = MemoryTree.of("a/B.py", "V = 1\n", "m.py", "from a.B import V\n");
    MovePlan plan = plan(tree, "a/B.py", "a/b.py");
    assertThat(plan.refusals()).isEmpty();
    assertThat(tree.after(plan.changes()).text("m.py")).isEqualTo("from a.b import V\n");
  }

  @Test
  void modesStay() {
    MemoryTree tree = MemoryTree.of("a/b.py", "").withMode("a/b.py", "100755");
    assertThat(plan(tree, "a/b.py", "x/b.py").changes().toString()).contains("100755");
  }

  @Test
  void aNewCycleIsTold() {
    MemoryTree tree =
        MemoryTree.of(
            "labs/__init__.py", "",
            "labs/m.py", "V = 1\n",
            "labs/n.py", "from labs.m import V\n",
            "core/__init__.py", "from labs.n import V\n");
    MovePlan plan = plan(tree, "labs/m.py", "core/m.py");
    assertThat(plan.notes())
        .filteredOn(note -> note.code() == Code.M028)
        .extracting(note -> note.arguments().getFirst())
        .containsExactly("labs/n.py -> core/__init__.py -> labs/n.py");
  }

  @Test
  void aCycleThatWasThereIsNot() {
    MemoryTree tree =
        MemoryTree.of("a/m.py", "from a import n\n", "a/n.py", "from a import m\n", "x/k.py", "");
    assertThat(codes(plan(tree, "a/m.py", "x/m.py").notes())).doesNotContain(Code.M028);
  }

  @Test
  void hazardsOfTheMovedFileAreTold() {
    MemoryTree tree =
        MemoryTree.of(
            "a/b.py",
            "import sys\nimport pickle\nsys.path.insert(0, __file__)\nfrom celery import task\n",
            "a/conftest.py",
            "");
    assertThat(plan(tree, "a", "x").notes())
        .filteredOn(note -> note.code() != Code.M030)
        .containsExactlyInAnyOrder(
            Problem.at("a/b.py", 0, Code.M026, "a/b.py", "x/b.py"),
            Problem.at("a/b.py", 0, Code.M027, "a/b.py"),
            Problem.at("a/b.py", 0, Code.M029, "a/b.py", "celery"),
            Problem.at("a/b.py", 0, Code.M029, "a/b.py", "pickle"),
            Problem.at("a/conftest.py", 0, Code.M029, "a/conftest.py", "pytest"));
  }

  @Test
  void aPackageThatHidesTheModuleIsTold() {
    MemoryTree tree =
        MemoryTree.of("a/b.py", "", "x/__init__.py", "def b():\n    pass\n", "a/c.py", "");
    assertThat(plan(tree, "a/b.py", "x/b.py").notes())
        .contains(Problem.at("x/__init__.py", 0, Code.M032, "x.b", "b"));
  }

  @Test
  void littleSimilarityIsTold() {
    MemoryTree tree =
        MemoryTree.of("p/a/b.py", "from .c import V\n", "p/a/c.py", "V = 1\n", "q/z.py", "");
    MovePlan plan = plan(tree, "p/a/b.py", "q/b.py");
    assertThat(plan.renames()).containsExactly(new Rename("p/a/b.py", "q/b.py", 0));
    assertThat(codes(plan.notes())).contains(Code.M030);
  }

  @Test
  void similarityCountsWhatStays() {
    byte[] old = "one\ntwo\nthree\nfour\n".getBytes(StandardCharsets.US_ASCII);
    byte[] changed = "one\nTWO\nthree\nfour\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(Similarity.percent(old, changed)).isEqualTo(78);
    assertThat(Similarity.percent(old, old)).isEqualTo(100);
    assertThat(Similarity.percent(old, new byte[0])).isZero();
  }

  @Test
  void stringsAreRewrittenAsFarAsAsked() {
    MemoryTree tree =
        MemoryTree.of(
            "a/b.py", "",
            "t.py", "from unittest.mock import patch\nL = ['a.b']\npatch('a.b.f')\n");
    Map<String, String> texts = new TreeMap<>();
    Move move = MemoryTree.move("a/b.py", "x/b.py");
    MoveOptions none = MoveOptions.standard().with(RewriteOptions.standard().withStrings(null));
    MoveOptions high =
        MoveOptions.standard().with(RewriteOptions.standard().withStrings(Confidence.HIGH));
    for (Map.Entry<String, MoveOptions> options :
        Map.of("none", none, "high", high, "medium", MoveOptions.standard()).entrySet()) {
      MovePlan plan = planner.plan(tree.snapshot(), List.of(move), options.getValue());
      String text = tree.after(plan.changes()).text("t.py");
      texts.put(options.getKey(), text.substring(text.indexOf('L')));
    }
    assertThat(texts)
        .containsEntry("none", "L = ['a.b']\npatch('a.b.f')\n")
        .containsEntry("high", "L = ['a.b']\npatch('x.b.f')\n")
        .containsEntry("medium", "L = ['x.b']\npatch('x.b.f')\n");
  }

  @Test
  void editsSayWhereAndWhy() {
    MemoryTree tree = MemoryTree.of("a/b.py", "", "m.py", "\nimport a.b\n\na.b.f()\n");
    List<Edit> edits = plan(tree, "a/b.py", "x/b.py").edits();
    assertThat(edits).extracting(Edit::line).containsExactly(2, 4);
    assertThat(edits).extracting(Edit::reason).containsExactly(EditReason.IMPORT, EditReason.USE);
    assertThat(edits).allMatch(edit -> edit.end() - edit.start() == 1);
  }

  @Test
  void aFileOfOneLongLineAndDeepNestingAreNoObstacle() {
    String deep = "(".repeat(5000) + "1" + ")".repeat(5000);
    String long_ = "v = [" + "a.b.f, ".repeat(200_000) + "]";
    MemoryTree tree =
        MemoryTree.of(
            "a/b.py", "",
            "deep.py", "from a.b import f\nv = " + deep + "\nimport a.b as o\n",
            "long.py", "import a.b; " + long_ + "\n");
    MovePlan plan = plan(tree, "a/b.py", "x/b.py");
    MemoryTree after = tree.after(plan.changes());
    assertThat(after.text("deep.py")).startsWith("from x.b import f\n").endsWith("x.b as o\n");
    assertThat(after.text("long.py")).startsWith("import x.b; v = [x.b.f, x.b.f");
    assertThat(after.text("long.py")).doesNotContain("a.b.f");
  }

  /** A rewriter that makes of every edit in one file something that cannot be read. */
  private record Spoiling(String path) implements ModuleRewriter {
    @Override
    public Rewriting rewrite(
        Relocation relocation, String file, byte[] source, RewriteOptions options) {
      Rewriting right = new PythonReferences().rewrite(relocation, file, source, options);
      return file.equals(path)
          ? new Rewriting(right.edits().stream().map(Spoiling::spoilt).toList(), right.notes())
          : right;
    }

    private static Edit spoilt(Edit edit) {
      byte[] open = "\"".getBytes(StandardCharsets.UTF_8);
      return new Edit(
          edit.path(),
          edit.start(),
          edit.end(),
          open,
          edit.reason(),
          edit.confidence(),
          edit.line());
    }

    @Override
    public OptionalInt mistake(String file, byte[] content) {
      return new PythonReferences().mistake(file, content);
    }
  }

  @Test
  void editsAfterWhichAFileCannotBeReadAreWithheldAndTold() {
    MemoryTree tree =
        MemoryTree.of(
            "a/__init__.py",
            "",
            "a/b.py",
            "",
            "use.py",
            "import a.b\n",
            "pyproject.toml",
            "[project.scripts]\nx = \"a.b:main\"\n",
            "c/__init__.py",
            "");
    MovePlan plan =
        new MovePlanner(new PythonLayout(), new Spoiling("pyproject.toml"))
            .plan(
                tree.snapshot(),
                List.of(MemoryTree.move("a/b.py", "c/b.py")),
                MoveOptions.standard());
    assertThat(plan.isRefused()).isFalse();
    assertThat(plan.notes()).contains(Problem.at("pyproject.toml", 2, Code.M092, "pyproject.toml"));
    MemoryTree after = tree.after(plan.changes());
    assertThat(after.text("pyproject.toml")).isEqualTo(tree.text("pyproject.toml"));
    assertThat(after.text("use.py")).isEqualTo("import c.b\n");
    assertThat(plan.edits()).noneMatch(edit -> edit.path().equals("pyproject.toml"));
  }

  @Test
  void aSourceWhoseEditsAreWithheldRefusesTheMove() {
    MemoryTree tree =
        MemoryTree.of(
            "a/__init__.py", "", "a/b.py", "", "use.py", "import a.b\n", "c/__init__.py", "");
    MovePlan plan =
        new MovePlanner(new PythonLayout(), new Spoiling("use.py"))
            .plan(
                tree.snapshot(),
                List.of(MemoryTree.move("a/b.py", "c/b.py")),
                MoveOptions.standard());
    assertThat(plan.refusals()).extracting(Problem::code).containsExactly(Code.M012);
    assertThat(plan.notes()).extracting(Problem::code).contains(Code.M092);
  }

  @Test
  void aModuleThatTakesTheNameOfADirectoryIsTold() {
    MemoryTree tree = MemoryTree.of("alpha/core.py", "", "core/beta/__init__.py", "");
    assertThat(plan(tree, "alpha/core.py", "core.py").notes())
        .containsExactly(Problem.at("core.py", 0, Code.M094, "core.py", "core"));
  }

  @Test
  void aModuleThatTakesTheNameOfADirectoryThatLeavesIsNotTold() {
    MemoryTree tree = MemoryTree.of("alpha/core.py", "", "core/beta/__init__.py", "");
    assertThat(plan(tree, "alpha/core.py", "core.py", "core/beta", "beta").notes()).isEmpty();
  }

  @Test
  void anImportFromADirectoryThatIsHiddenRefusesTheMove() {
    MemoryTree tree =
        MemoryTree.of(
            "alpha/core.py", "", "core/beta/__init__.py", "", "m.py", "import core.beta\n");
    assertThat(codes(plan(tree, "alpha/core.py", "core.py").refusals())).containsExactly(Code.M012);
  }

  @Test
  void aCircleThatBeginsAsBeforeIsNotTold() {
    MemoryTree tree =
        MemoryTree.of(
            "pkg/__init__.py", "from .a import f\n",
            "pkg/a.py", "import other\nf = 1\n",
            "other.py", "import pkg\n");
    assertThat(plan(tree, "pkg/a.py", "pkg/b.py").notes()).isEmpty();
  }
}
