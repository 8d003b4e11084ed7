package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of circles of imports, held against what a real Python then does. */
final class LoadingCheckTest {
  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  @TempDir private Path scratch;

  private MovePlan plan(MemoryTree tree, String source, String destination) {
    return planner.plan(
        tree.snapshot(), List.of(MemoryTree.move(source, destination)), MoveOptions.standard());
  }

  private static List<List<String>> told(MovePlan plan, Code code) {
    return plan.notes().stream()
        .filter(note -> note.code() == code)
        .map(Problem::arguments)
        .toList();
  }

  /** How loading each file first ends. */
  private String loading(MemoryTree tree, String path) throws IOException {
    try (PythonBehaviour python = new PythonBehaviour(scratch)) {
      return python.of(tree).getOrDefault(path, Map.of()).getOrDefault("import", "not there");
    }
  }

  @Test
  void aPackageThatRanBeforeTheModuleRunsNoMore() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "pkg/__init__.py", "from .a import f\n",
            "pkg/a.py", "import other\n\n\ndef f():\n    return other\n",
            "pkg/c.py", "ID = 1\n",
            "other.py", "from pkg import c\n");
    MovePlan plan = plan(tree, "pkg/a.py", "a.py");
    assertThat(told(plan, Code.M095)).containsExactly(List.of("a.py", "pkg/__init__.py"));
    assertThat(told(plan, Code.M130))
        .containsExactly(List.of("a.py", "pkg/__init__.py", "a.py", "f"));
    assertThat(loading(tree, "pkg/a.py")).isEqualTo("ok");
    assertThat(loading(tree.after(plan.changes()), "a.py")).contains("circular import");
  }

  @Test
  void aPackageRunsBeforeTheModuleOnlyNow() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "one.py", "import two\n\n\ndef f():\n    return 1\n",
            "two.py", "from one import f\n",
            "late.py", "import two\n",
            "pkg/__init__.py", "import one\n");
    MovePlan plan = plan(tree, "late.py", "pkg/late.py");
    assertThat(told(plan, Code.M095)).containsExactly(List.of("pkg/late.py", "pkg/__init__.py"));
    assertThat(told(plan, Code.M130))
        .containsExactly(List.of("pkg/late.py", "two.py", "one.py", "f"));
    assertThat(loading(tree, "late.py")).isEqualTo("ok");
    assertThat(loading(tree.after(plan.changes()), "pkg/late.py")).contains("circular import");
  }

  @Test
  void aCircleThatBeginsWhereItDidIsNotTold() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "one.py", "import two\n\n\ndef f():\n    return 1\n",
            "two.py", "from one import f\n",
            "late.py", "import two\n",
            "pkg/__init__.py", "import two\n");
    MovePlan plan = plan(tree, "late.py", "pkg/late.py");
    assertThat(plan.notes())
        .extracting(Problem::code)
        .doesNotContain(Code.M095, Code.M130, Code.M131);
    assertThat(loading(tree.after(plan.changes()), "pkg/late.py")).isEqualTo("ok");
  }

  @Test
  void aNameThatStandsAboveTheImportIsThere() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "one.py", "def f():\n    return 1\n\n\nimport two\n",
            "two.py", "from one import f\n",
            "late.py", "import two\n",
            "pkg/__init__.py", "import one\n");
    MovePlan plan = plan(tree, "late.py", "pkg/late.py");
    assertThat(told(plan, Code.M130)).isEmpty();
    assertThat(loading(tree.after(plan.changes()), "pkg/late.py")).isEqualTo("ok");
  }

  @Test
  void aFunctionThatBindsAGlobalMayBeCalledAsItsModuleLoads() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "one.py", "import two\n\n\ndef f():\n    return 1\n",
            "two.py", "def load():\n    global three\n    import three\n\n\nload()\n",
            "three.py", "from one import f\n",
            "late.py", "import three\n",
            "pkg/__init__.py", "import one\n");
    MovePlan plan = plan(tree, "late.py", "pkg/late.py");
    assertThat(told(plan, Code.M130))
        .containsExactly(List.of("pkg/late.py", "three.py", "one.py", "f"));
    assertThat(loading(tree, "late.py")).isEqualTo("ok");
    assertThat(loading(tree.after(plan.changes()), "pkg/late.py")).contains("circular import");
  }

  @Test
  void aModuleTakenHalfLoadedIsTold() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "low/__init__.py", "",
            "low/b.py", "Y = 1\n",
            "high/__init__.py", "import user\n",
            "user.py", "import low.b\n\n\ndef f():\n    return low.b.Y\n");
    MovePlan plan = plan(tree, "low/b.py", "high/b.py");
    assertThat(told(plan, Code.M131))
        .containsExactly(List.of("user.py", "high/__init__.py", "user.py", ""));
    assertThat(loading(tree.after(plan.changes()), "user.py")).isEqualTo("ok");
  }

  @Test
  void nothingGuardsAnImportInAHandler() throws IOException {
    MemoryTree tree =
        MemoryTree.of(
            "far/__init__.py", "import mid\n",
            "pkg/__init__.py", "",
            "pkg/c.py",
                "try:\n    from mid import NONE\n"
                    + "except ImportError:\n    from mid import ID\n",
            "mid.py", "import pkg.c\n\nID = 1\n");
    MovePlan plan = plan(tree, "pkg/c.py", "far/c.py");
    assertThat(loading(tree, "pkg/c.py")).isEqualTo("ok");
    assertThat(loading(tree.after(plan.changes()), "far/c.py")).contains("circular import");
    assertThat(told(plan, Code.M130)).contains(List.of("far/c.py", "far/c.py", "mid.py", "ID"));
    assertThat(told(plan, Code.M139)).isEmpty();
  }

  @Test
  void whatGuardsAnImportIsNotWhatStopsTheFile() throws IOException {
    for (String guarded :
        List.of(
            "from contextlib import suppress\nwith suppress(ImportError):\n    import a\n",
            "try:\n    import a\nexcept ImportError:\n    import os\n")) {
      MemoryTree tree =
          MemoryTree.of(
              "pkg/__init__.py",
              "from mid import ID\n",
              "mid.py",
              guarded + "ID = 1\n",
              "a.py",
              "");
      MovePlan plan = plan(tree, "a.py", "pkg/a.py");
      assertThat(loading(tree.after(plan.changes()), "mid.py")).isEqualTo("ok");
      assertThat(told(plan, Code.M130)).noneMatch(of -> of.getFirst().equals("mid.py"));
      assertThat(told(plan, Code.M139))
          .contains(List.of("mid.py", "pkg/__init__.py", "mid.py", "ID"));
    }
  }
}
