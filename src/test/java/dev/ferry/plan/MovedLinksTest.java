package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeEntry;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MovedLinksTest {
  private static final String LINK = "120000";

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  @Test
  void aLinkMovesAsALinkAndPointsAtWhatItPointedAt() {
    MemoryTree tree =
        MemoryTree.of("a/b.py", "B = 1\n", "l.py", "a/b.py", "user.py", "from l import B\n")
            .withMode("l.py", LINK);
    MemoryTree moved = after(tree, "l.py", "x/y/m.py");
    assertThat(moved.text("x/y/m.py")).isEqualTo("../../a/b.py");
    assertThat(mode(moved, "x/y/m.py")).isEqualTo(LINK);
    assertThat(moved.text("user.py")).isEqualTo("from x.y.m import B\n");
    assertThat(moved.files()).doesNotContainKey("l.py");
    assertThat(after(moved, "x/y/m.py", "l.py").texts()).isEqualTo(tree.texts());
  }

  @Test
  void aLinkFollowsItsTarget() {
    MemoryTree tree =
        MemoryTree.of("a/b.py", "", "a/c/d.py", "", "l.py", "./a/b.py", "s/dir", "../a/c")
            .withMode("l.py", LINK)
            .withMode("s/dir", LINK);
    MemoryTree file = after(tree, "a/b.py", "x/e.py");
    assertThat(file.text("l.py")).isEqualTo("x/e.py");
    assertThat(file.text("s/dir")).isEqualTo("../a/c");
    MemoryTree directory = after(tree, "a", "y/a");
    assertThat(directory.text("l.py")).isEqualTo("y/a/b.py");
    assertThat(directory.text("s/dir")).isEqualTo("../y/a/c");
    assertThat(mode(directory, "s/dir")).isEqualTo(LINK);
  }

  @Test
  void aLinkWithinWhatMovesStaysAsItIs() {
    MemoryTree tree =
        MemoryTree.of("p/__init__.py", "", "p/a.py", "", "p/s/l.py", "../a.py")
            .withMode("p/s/l.py", LINK);
    MovePlan plan = plan(tree, "p", "q/p");
    assertThat(plan.edits()).isEmpty();
    assertThat(tree.after(plan.changes()).text("q/p/s/l.py")).isEqualTo("../a.py");
  }

  @Test
  void absoluteLinksKeepTheirWordsAndOthersTheirMeaning() {
    MemoryTree tree =
        MemoryTree.of("abs", "/etc/hosts", "out", "../o", "gone", "no/such", "b.py", "")
            .withMode("abs", LINK)
            .withMode("out", LINK)
            .withMode("gone", LINK);
    MemoryTree moved = after(tree, "abs", "x/abs", "out", "x/out", "gone", "x/gone");
    assertThat(moved.text("x/abs")).isEqualTo("/etc/hosts");
    assertThat(moved.text("x/out")).isEqualTo("../../o");
    assertThat(moved.text("x/gone")).isEqualTo("../no/such");
  }

  @Test
  void aWayThroughAnotherLinkIsTold() {
    MemoryTree tree =
        MemoryTree.of("a/b.py", "", "d", "a", "l", "d/b.py")
            .withMode("d", LINK)
            .withMode("l", LINK);
    MovePlan plan = plan(tree, "l", "x/l");
    assertThat(plan.notes()).contains(Problem.at("x/l", 0, Code.M116, "x/l", "d/b.py"));
    assertThat(tree.after(plan.changes()).text("x/l")).isEqualTo("d/b.py");
  }

  private static String mode(MemoryTree tree, String path) {
    return tree.snapshot().listing().find(path).map(TreeEntry::mode).orElseThrow();
  }

  private MemoryTree after(MemoryTree tree, String... paths) {
    MovePlan plan = plan(tree, paths);
    assertThat(plan.refusals()).isEmpty();
    return tree.after(plan.changes());
  }

  private MovePlan plan(MemoryTree tree, String... paths) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < paths.length; i += 2) {
      moves.add(MemoryTree.move(paths[i], paths[i + 1]));
    }
    return planner.plan(tree.snapshot(), moves, MoveOptions.standard());
  }
}
