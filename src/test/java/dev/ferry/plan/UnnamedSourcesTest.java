package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnnamedSourcesTest {
  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  /** What is told, each with the file and line, as far as there is one. */
  private List<String> told(MemoryTree tree, Code code, String... moves) {
    List<Move> asked = new ArrayList<>();
    for (int i = 0; i < moves.length; i += 2) {
      asked.add(MemoryTree.move(moves[i], moves[i + 1]));
    }
    return planner.plan(tree.snapshot(), asked, MoveOptions.standard()).notes().stream()
        .filter(note -> note.code() == code)
        .map(
            note ->
                (note.file() == null ? "" : note.file() + ":" + note.line() + " ")
                    + String.join(" ", note.arguments()))
        .toList();
  }

  @Test
  void aStubApartIsToldWithThePlaceThatItNeeds() {
    MemoryTree tree =
        MemoryTree.of(
            "src/foo/__init__.py", "",
            "src/foo/a.py", "",
            "src/foo-stubs/a.pyi", "",
            "typings/foo/a.pyi", "",
            "typings/foo/b.pyi", "",
            "stubs/foo/a.pyi", "");
    assertThat(told(tree, Code.M140, "src/foo/a.py", "src/foo/c.py"))
        .containsExactlyInAnyOrder(
            "src/foo-stubs/a.pyi src/foo/a.py src/foo-stubs/c.pyi",
            "typings/foo/a.pyi src/foo/a.py typings/foo/c.pyi",
            "stubs/foo/a.pyi src/foo/a.py stubs/foo/c.pyi");
    assertThat(told(tree, Code.M140, "src/foo", "src/bar"))
        .containsExactlyInAnyOrder(
            "src/foo-stubs src/foo src/bar-stubs",
            "typings/foo src/foo typings/bar",
            "stubs/foo src/foo stubs/bar");
  }

  @Test
  void aStubApartThatMovesTooOrKeepsItsNameIsNotTold() {
    MemoryTree tree =
        MemoryTree.of(
            "foo/__init__.py", "",
            "foo/a.py", "",
            "foo/data.txt", "",
            "typings/foo/a.pyi", "",
            "typings/foo/data.txt", "");
    assertThat(
            told(tree, Code.M140, "foo/a.py", "foo/c.py", "typings/foo/a.pyi", "typings/foo/c.pyi"))
        .isEmpty();
    assertThat(told(tree, Code.M140, "foo/a.py", "foo/a/__init__.py")).isEmpty();
    assertThat(told(tree, Code.M140, "foo/data.txt", "foo/more.txt")).isEmpty();
  }

  @Test
  void everyImportOfACompiledModuleIsTold() {
    MemoryTree tree =
        MemoryTree.of(
            "a/__init__.py", "",
            "a/x.cpython-314-x86_64-linux-gnu.so", "",
            "a/y.py", "import os\nfrom .x import f\n",
            "c/__init__.py", "",
            "use.py", "from a import x\nfrom a import y\nimport a.x as z\n");
    String file = "c/x.cpython-314-x86_64-linux-gnu.so";
    assertThat(told(tree, Code.M141, "a/x.cpython-314-x86_64-linux-gnu.so", file))
        .containsExactly(
            "a/y.py:2 a.x " + file + " c.x",
            "use.py:1 a.x " + file + " c.x",
            "use.py:3 a.x " + file + " c.x");
  }

  @Test
  void importsThatFollowACompiledModuleOrFindASourceAreNotTold() {
    MemoryTree tree =
        MemoryTree.of(
            "a/__init__.py", "",
            "a/x.pyx", "",
            "a/y.py", "from .x import f\n",
            "a/z.py", "",
            "a/z.so", "",
            "c/__init__.py", "",
            "use.py", "import a.x\nfrom a import z\n");
    assertThat(told(tree, Code.M141, "a", "b")).isEmpty();
    assertThat(told(tree, Code.M141, "a/z.so", "c/z.so")).isEmpty();
  }
}
