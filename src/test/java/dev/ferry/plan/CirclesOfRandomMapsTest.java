package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Edit;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plans leave most files untried: what they tell is held against the trial of all that change. */
final class CirclesOfRandomMapsTest {
  private static final int SEEDS = Integer.getInteger("ferry.circles.seeds", 500);

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  @Test
  void whatIsTriedTellsWhatAllWouldTell() {
    int told = 0;
    int silent = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomTree random = new RandomTree(seed);
      List<Move> moves = new RandomMap(random).moves();
      MemoryTree tree = random.tree();
      MovePlan plan = planner.plan(tree.snapshot(), moves, MoveOptions.standard());
      if (plan.isRefused()) {
        continue;
      }
      Set<String> expected = circles(tried(tree, plan));
      assertThat(circles(plan.notes())).as("seed " + seed).isEqualTo(expected);
      told += expected.isEmpty() ? 0 : 1;
      silent += expected.isEmpty() ? 1 : 0;
    }
    assertThat(told).as("maps that enter circles otherwise").isGreaterThan(40);
    assertThat(silent).isGreaterThan(100);
  }

  private static List<Problem> tried(MemoryTree tree, MovePlan plan) {
    Map<String, String> moved = new HashMap<>();
    for (Rename rename : plan.renames()) {
      moved.put(rename.source(), rename.destination());
    }
    Set<String> changed = new TreeSet<>(moved.keySet());
    plan.edits().stream().map(Edit::path).forEach(changed::add);
    Snapshot base = tree.snapshot();
    return new LoadingCheck(
            base, base.after(plan.changes()), path -> moved.getOrDefault(path, path))
        .told(changed);
  }

  /** Imports that may still work are told with one of the files that meet them. */
  private static Set<String> circles(Collection<Problem> notes) {
    Set<String> circles = new TreeSet<>();
    for (Problem note : notes) {
      if (note.code() == Code.M130) {
        circles.add(note.toString());
      } else if (note.code() == Code.M131) {
        circles.add("M131 " + note.arguments().subList(1, note.arguments().size()));
      }
    }
    return circles;
  }

  /** What a package leads to decides how much of a tree is looked at, not the size of the tree. */
  @Test
  void aMoveInALargeTreeLooksAtLittleOfIt() {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      files.add("pkg/m" + i + ".py");
      files.add(i == 0 ? "import pkg.m399\n" : "import pkg.m" + (i - 1) + "\n");
    }
    files.addAll(List.of("pkg/__init__.py", "", "other/__init__.py", "import leaf\n"));
    files.addAll(List.of("leaf.py", "", "use.py", "import pkg.m7\n"));
    MemoryTree tree = MemoryTree.of(files.toArray(String[]::new));
    Map<String, Set<String>> known = new HashMap<>();
    CircleEntries entries =
        new CircleEntries(
            path -> {
              Set<String> next = path.startsWith("pkg/m") ? Set.of(next(path)) : leaf(path);
              known.put(path, next);
              return next;
            });
    assertThat(entries.changed("pkg/m7.py", Set.of("pkg/__init__.py"), Set.of("other/__init__.py")))
        .isEmpty();
    assertThat(known).hasSizeLessThan(10);
    assertThat(entries.changed("pkg/m7.py", Set.of("pkg/m9.py"), Set.of())).contains("pkg/m9.py");
    MovePlan plan =
        planner.plan(
            tree.snapshot(),
            List.of(MemoryTree.move("pkg/m7.py", "other/m7.py")),
            MoveOptions.standard());
    assertThat(circles(plan.notes())).isEqualTo(circles(tried(tree, plan)));
  }

  private static Set<String> leaf(String path) {
    return path.equals("other/__init__.py") ? Set.of("leaf.py") : Set.of();
  }

  private static String next(String path) {
    int number = Integer.parseInt(path.replaceAll("\\D", ""));
    return "pkg/m" + (number == 0 ? 399 : number - 1) + ".py";
  }
}
