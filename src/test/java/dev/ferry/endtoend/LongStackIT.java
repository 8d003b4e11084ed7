package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.BuiltFerry.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks of many branches, of units of several rows, and of units in two commits. */
final class LongStackIT {
  private static final int MODULES = 10;
  private static final String BATCH = "batches/batch_core.tsv";

  @TempDir private Path temporary;

  /** Modules that one file uses, so that each branch changes it. */
  private RealRepository yard(int modules, String... settings) {
    RealRepository yard =
        RealRepository.at(temporary.resolve("yard"))
            .file(".gitignore", "*.done")
            .file("labs/__init__.py")
            .file("core/__init__.py");
    List<String> uses = new ArrayList<>();
    for (int i = 0; i < modules; i++) {
      uses.add("from labs.m" + i + " import V" + i);
      yard.file("labs/m" + i + ".py", "V" + i + " = " + i)
          .row(BATCH, "labs.m" + i, "labs/m" + i + ".py", "core/m" + i + ".py");
    }
    return yard.file("use.py", uses.toArray(String[]::new)).file("ferry.yaml", settings);
  }

  private static Ended run(RealRepository yard, int exit, String... arguments) {
    Ended ended = BuiltFerry.in(yard.root()).run(arguments);
    assertThat(ended.exit()).as(ended.all()).isEqualTo(exit);
    return ended;
  }

  private static String branch(int module) {
    return "feat/integrate-labs-m" + module;
  }

  private static String id(RealRepository yard, String revision) {
    return yard.git("rev-parse", revision).strip();
  }

  private static void assertStands(RealRepository yard, int module, String on) {
    assertThat(id(yard, branch(module) + "^")).as(branch(module)).isEqualTo(id(yard, on));
  }

  @Test
  void tenOnEachOtherAreDerivedAgainAndWhatAPersonHasBeenAtIsLeftWithAllAboveIt() {
    RealRepository yard =
        yard(MODULES, "stack: all", "gates: [syntax, schema, history]").commit("open");
    run(yard, 0, "run", "--all");
    yard.file("late.py", "from labs.m2 import V2", "from labs.m9 import V9").commit("late");

    run(yard, 0, "restack");

    assertStands(yard, 0, "main");
    for (int i = 1; i < MODULES; i++) {
      assertStands(yard, i, branch(i - 1));
    }
    assertThat(yard.show(branch(2), "late.py")).startsWith("from core.m2").contains("labs.m9");
    assertThat(yard.show(branch(9), "late.py")).doesNotContain("labs.");
    run(yard, 3, "restack");

    // somebody commits to one in the middle, and the base moves on
    Path tree = temporary.resolve("tree");
    yard.git("worktree", "add", "-q", tree.toString(), branch(5));
    RealRepository.in(tree).file("core/note.py", "NOTE = 1").commit("by hand");
    yard.git("worktree", "remove", tree.toString());
    List<String> before = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      before.add(id(yard, branch(i)));
    }
    yard.file("later.py", "from labs.m0 import V0", "from labs.m9 import V9").commit("later");

    Ended left = run(yard, 0, "restack");

    assertThat(left.out()).contains(branch(5) + " holds what ferry did not make");
    assertStands(yard, 0, "main");
    for (int i = 1; i < 5; i++) {
      assertStands(yard, i, branch(i - 1));
    }
    for (int i = 5; i < MODULES; i++) {
      assertThat(id(yard, branch(i))).as(left.all()).isEqualTo(before.get(i));
      assertThat(left.out()).contains(branch(i) + " ");
    }
    assertThat(run(yard, 0, "status").out()).contains("total: 10  done: 10");
  }

  @Test
  void rowsThatAreBoundAreOneLinkOfTheStack() {
    for (String verify : List.of("each", "group")) {
      RealRepository yard =
          yard(
                  5,
                  "stack: all",
                  "verify: " + verify,
                  "gates: [syntax, schema, own]",
                  "commands: [{name: own, argv: [sh, -c, 'test -f use.py']}]",
                  "together: [[labs.m1, labs.m3]]")
              .file("labs/m2.py", "from labs.m4 import V4", "V2 = 2")
              .file("labs/m4.py", "def late():", "    from labs.m2 import V2", "", "V4 = 4")
              .commit("open");

      Ended ended = run(yard, 0, "run", "--all");

      assertThat(ended.out()).as(ended.all()).contains("5 integrated; 5 in all");
      List<String> branches =
          yard.branches().stream().filter(name -> !name.equals("main")).toList();
      assertThat(branches).as(ended.all()).hasSize(3);
      List<Integer> heights = new ArrayList<>();
      String top = "";
      for (String branch : branches) {
        int height = Integer.parseInt(yard.git("rev-list", "--count", "main.." + branch).strip());
        heights.add(height);
        top = height == branches.size() ? branch : top;
      }
      assertThat(heights).as(ended.all()).containsExactlyInAnyOrder(1, 2, 3);
      assertThat(yard.git("ls-tree", "-r", "--name-only", top))
          .contains("core/m0.py", "core/m1.py", "core/m2.py", "core/m3.py", "core/m4.py")
          .doesNotContain("labs/m");
      assertThat(yard.show(top, "use.py")).doesNotContain("labs.");
      assertThat(run(yard, 0, "status").out()).contains("rem:  0");
      deleted();
    }
  }

  private void deleted() {
    try {
      DeletedTree.delete(temporary.resolve("yard"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void unitsInTwoCommitsStandOnEachOtherAndAreDerivedAgainInTwo() {
    RealRepository yard = yard(4, "stack: all", "gates: [syntax, schema]").commit("open");
    run(yard, 0, "run", "--all", "--two-commits");
    for (int i = 0; i < 4; i++) {
      assertThat(yard.git("rev-list", "--count", "main.." + branch(i)).strip())
          .isEqualTo(Integer.toString(2 * (i + 1)));
    }
    yard.file("late.py", "from labs.m0 import V0", "from labs.m3 import V3").commit("late");

    Ended ended = run(yard, 0, "restack");

    assertThat(id(yard, branch(0) + "^^")).as(ended.all()).isEqualTo(id(yard, "main"));
    for (int i = 1; i < 4; i++) {
      assertThat(id(yard, branch(i) + "^^")).as(ended.all()).isEqualTo(id(yard, branch(i - 1)));
    }
    assertThat(yard.show(branch(3), "late.py"))
        .isEqualTo("from core.m0 import V0\nfrom core.m3 import V3\n");
  }
}
