package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches that stand on each other, and stacks that are judged as a whole. */
final class StackedRunIT {
  private static final int MODULES = 8;
  private static final String BATCH = "batches/batch_core.tsv";

  @TempDir private Path temporary;
  private Path runs;

  @BeforeEach
  void count() {
    runs = temporary.resolve("runs");
  }

  /** Each run of the gate {@code own} leaves a line: which modules stood in core. */
  private RealRepository yard(String test, String... settings) {
    RealRepository yard =
        RealRepository.at(temporary.resolve("yard"))
            .file(".gitignore", "*.done")
            .file("labs/__init__.py")
            .file("core/__init__.py")
            .file("use.py", "from labs.m0 import V0", "from labs.m4 import V4");
    List<String> lines = new ArrayList<>(List.of(settings));
    lines.add("gates: [syntax, schema, own]");
    lines.add("commands:");
    lines.add("  - name: own");
    lines.add("    argv:");
    lines.add("      - sh");
    lines.add("      - -c");
    lines.add("      - 'echo $(ls core) >> " + runs + "; " + test + "'");
    yard.file("ferry.yaml", lines.toArray(String[]::new));
    for (int i = 0; i < MODULES; i++) {
      yard.file("labs/m" + i + ".py", "V" + i + " = " + i)
          .row(BATCH, "labs.m" + i, "labs/m" + i + ".py", "core/m" + i + ".py");
    }
    return yard.commit("open");
  }

  private List<String> candidateRuns() throws IOException {
    return Files.readAllLines(runs).stream().filter(line -> line.contains("m")).toList();
  }

  private static String branch(int module) {
    return "feat/integrate-labs-m" + module;
  }

  @Test
  void eachBranchStandsOnTheOneBeforeIt() {
    RealRepository yard = yard("true", "stack: all");

    BuiltFerry.Ended first = BuiltFerry.in(yard.root()).run("next");
    BuiltFerry.Ended rest = BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2");

    assertThat(first.exit()).as(first.all()).isZero();
    assertThat(rest.exit()).as(rest.all()).isZero();
    assertThat(rest.err()).contains("FRY-R046");
    for (int i = 1; i < MODULES; i++) {
      assertThat(yard.git("rev-parse", branch(i) + "^"))
          .as(rest.all())
          .isEqualTo(yard.git("rev-parse", branch(i - 1)));
    }
    assertThat(yard.show(branch(7), "use.py"))
        .isEqualTo("from core.m0 import V0\nfrom core.m4 import V4\n");
  }

  @Test
  void aGroupIsJudgedOnceAndPublishedAsItWasJudged() throws IOException {
    RealRepository yard = yard("true", "stack: all", "verify: group");

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).as(run.all()).contains("8 integrated; 8 in all");
    assertThat(candidateRuns()).as(run.all()).hasSizeLessThan(MODULES / 2);
    for (int i = 1; i < MODULES; i++) {
      assertThat(yard.git("rev-parse", branch(i) + "^"))
          .isEqualTo(yard.git("rev-parse", branch(i - 1)));
    }
    assertThat(yard.git("log", "-1", "--format=%(trailers:key=Ferry-Stack)", branch(1)))
        .matches("Ferry-Stack: run [0-9a-f]{8}, \\d of \\d\\s+");
    assertThat(BuiltFerry.in(yard.root()).run("show", "labs.m1").out())
        .contains("judged in run")
        .contains("stacked in this order");
    assertThat(BuiltFerry.in(yard.root()).run("status").out()).contains("rem:  0");
    yard.git("fsck", "--strict");
  }

  @Test
  void theOneThatFailsIsFoundAndTheOthersGoOnWithoutIt() throws IOException {
    RealRepository yard = yard("test ! -f core/m5.py", "stack: all", "verify: group");

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.out()).as(run.all()).contains("7 integrated, 1 failed; 8 in all");
    assertThat(yard.branches()).hasSize(MODULES).doesNotContain(branch(5));
    assertThat(yard.git("rev-parse", branch(6) + "^")).isEqualTo(yard.git("rev-parse", branch(4)));
    assertThat(yard.show(branch(7), "labs/m5.py")).isEqualTo("V5 = 5\n");
    assertThat(candidateRuns().size()).as(run.all()).isLessThan(MODULES);
    BuiltFerry.Ended again = BuiltFerry.in(yard.root()).run("run", "--all", "--keep-going");
    assertThat(again.out()).as(again.all()).contains("7 integrated, 1 failed; 8 in all");
  }

  @Test
  void nobodyIsBlamedForOneUnluckyRun() throws IOException {
    Path luck = temporary.resolve("luck");
    // the first run in which m3 stands fails, whatever else there is
    RealRepository yard =
        yard(
            "test ! -f core/m3.py || test -f " + luck + " || { touch " + luck + "; false; }",
            "stack: all",
            "verify: group");

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(yard.branches()).hasSize(MODULES + 1);
  }

  @Test
  void aGroupThatWasKilledWhileItWasPublishedIsThereAsAWholeOrNotAtAll() throws Exception {
    RealRepository yard = yard("true", "stack: all", "verify: group");
    FaultyGit git = new FaultyGit(temporary.resolve("faulty"));
    run(yard, git.arm(yard, FaultyGit.Fault.NONE));
    int publication = publication(git);
    List<String> published = yard.branches();
    for (FaultyGit.Harm harm : List.of(FaultyGit.Harm.KILL_DURING, FaultyGit.Harm.KILL_AFTER)) {
      for (String branch : published) {
        if (!branch.equals("main")) {
          yard.git("update-ref", "-d", "refs/heads/" + branch);
        }
      }
      yard.git("prune", "--expire=now");
      DeletedTree.delete(yard.root().resolve(".git/ferry"));
      Files.delete(yard.root().resolve(BATCH + ".done"));

      BuiltFerry.Ended killed = run(yard, git.arm(yard, new FaultyGit.Fault(harm, publication)));

      assertThat(killed.exit()).as(killed.all()).isEqualTo(137);
      int there = yard.branches().size() - 1;
      assertThat(there).as("%s%n%s", harm, killed.all()).isIn(0, firstGroup(yard));
      BuiltFerry.Ended next = run(yard, git.arm(yard, FaultyGit.Fault.NONE));
      assertThat(next.exit()).as(next.all()).isZero();
      assertThat(yard.branches()).isEqualTo(published);
    }
  }

  private static BuiltFerry.Ended run(RealRepository yard, FaultyGit git) {
    return BuiltFerry.in(yard.root()).with("PATH", git.path()).run("run", "--all");
  }

  /** The call that writes the first group. */
  private static int publication(FaultyGit git) throws IOException {
    List<String> calls = git.called();
    for (int call = 1; call <= calls.size(); call++) {
      if (calls.get(call - 1).contains("update-ref -m ferry: integrate")) {
        return call;
      }
    }
    throw new AssertionError("nothing was published: " + calls);
  }

  /** How many modules the first group has, by its own word. */
  private static int firstGroup(RealRepository yard) {
    if (!yard.branches().contains(branch(0))) {
      return 0;
    }
    String trailer = yard.git("log", "-1", "--format=%(trailers:key=Ferry-Stack)", branch(0));
    return Integer.parseInt(trailer.strip().replaceAll(".* of ", ""));
  }

  @Test
  void whatNeedsAnotherBranchWaitsWhereBranchesStandOnTheBaseOnly() {
    RealRepository yard =
        RealRepository.at(temporary.resolve("bay"))
            .file(".gitignore", "*.done")
            .file("labs/__init__.py")
            .file("core/__init__.py")
            .file("labs/rules.py", "LIMIT = 7")
            .file("core/berth.py", "PLACES = 4")
            .row(BATCH, "labs.rules", "labs/rules.py", "core/berth/rules.py")
            .file("ferry.yaml", "stack: none", "gates: [syntax]")
            .commit("open");

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all");

    assertThat(run.out()).as(run.all()).contains("1 blocked").contains("FRY-R045");
    assertThat(yard.branches()).containsExactly("feat/integrate-core-berth", "main");
    yard.git("merge", "--quiet", "feat/integrate-core-berth");
    BuiltFerry.Ended after = BuiltFerry.in(yard.root()).run("run", "--all");
    assertThat(after.exit()).as(after.all()).isZero();
    assertThat(yard.branches()).contains("feat/integrate-labs-rules");
  }

  @Test
  void groupsWithoutAStackAreRefused() {
    RealRepository yard = yard("true", "verify: group");
    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("FRY-C015").contains("stack: all");
  }
}
