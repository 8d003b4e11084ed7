package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that follow other runs, and rows that stand on others. */
final class ConvergenceIT {
  private static final String PRICING = "feat/integrate-labs-pricing";
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;

  @Test
  void aSecondRunFindsNothingToDoAndChangesNothing() {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    BuiltFerry ferry = BuiltFerry.in(shop.root());
    assertThat(ferry.run("run", "--all").exit()).isZero();
    String refs = shop.git("for-each-ref");
    String state = shop.userState();

    BuiltFerry.Ended next = ferry.run("next");
    BuiltFerry.Ended run = ferry.run("run", "--all");

    assertThat(next.exit()).as(next.all()).isEqualTo(3);
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).endsWith("2 integrated; 2 in all\n");
    assertThat(run.err()).doesNotContain("PASS");
    assertThat(shop.git("for-each-ref")).isEqualTo(refs);
    assertThat(shop.userState()).isEqualTo(state);
  }

  @Test
  void whatComesAfterTheBaseMovedOnIsBuiltOnTheNewBase() {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    BuiltFerry ferry = BuiltFerry.in(shop.root());
    assertThat(ferry.run("next").exit()).isZero();
    String first = shop.git("rev-parse", PRICING);
    shop.file("app/late.py", "import labs.clock", "", "NOW = labs.clock.now()").commit("be late");

    BuiltFerry.Ended run = ferry.run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(shop.git("rev-parse", PRICING)).isEqualTo(first);
    assertThat(shop.git("rev-parse", CLOCK + "^")).isEqualTo(shop.git("rev-parse", "main"));
    assertThat(shop.show(CLOCK, "app/late.py"))
        .isEqualTo("import core.clock\n\nNOW = core.clock.now()\n");
  }

  @Test
  void mergedAndSquashedModulesStayDoneWithoutTheirBranches() throws Exception {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    // imports that stand apart merge without a conflict
    shop.file("app/shop.py", "from labs.pricing import price", "", "", "", "", "import labs.clock")
        .commit("keep apart");
    BuiltFerry ferry = BuiltFerry.in(shop.root());
    assertThat(ferry.run("run", "--all").exit()).isZero();
    shop.git("merge", "-q", "--no-ff", "-m", "merge", PRICING);
    shop.git("merge", "-q", "--squash", CLOCK);
    shop.git("commit", "-q", "-m", shop.git("log", "-1", "--format=%B", CLOCK));
    shop.git("branch", "-q", "-D", PRICING, CLOCK);
    DeletedTree.delete(shop.root().resolve(".git/ferry"));
    assertThat(shop.root().resolve(Shop.BATCH + ".done").toFile().delete()).isTrue();

    assertThat(ferry.run("status").out()).contains("done:  2  rem:  0");
    BuiltFerry.Ended run = ferry.run("run", "--all");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).endsWith("2 integrated; 2 in all\n");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void aBranchOfThatNameThatHoldsSomethingElseIsNotOverwritten() {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    shop.git("branch", PRICING);
    String theirs = shop.git("rev-parse", PRICING);

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.err()).contains("FRY-G010");
    assertThat(shop.git("rev-parse", PRICING)).isEqualTo(theirs);
    assertThat(run.out()).endsWith("1 integrated, 1 failed; 2 in all\n");
  }

  @Test
  void aModuleInTheWayOfAPackageBecomesThatPackageFirst() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("core/rules.py", "\"\"\"Rules.\"\"\"", "", "STRICT = True")
        .file("labs/limits.py", "\"\"\"Limits.\"\"\"", "", "MOST = 9")
        .file("labs/bounds.py", "\"\"\"Bounds.\"\"\"", "", "LEAST = 1")
        .file("app/judge.py", "from core.rules import STRICT", "from labs.limits import MOST")
        .file("ferry.yaml", "gates: [syntax, schema, history]")
        .file(Shop.BATCH)
        .row(Shop.BATCH, "labs.limits", "labs/limits.py", "core/rules/limits.py")
        .row(Shop.BATCH, "labs.bounds", "labs/bounds.py", "core/rules/bounds.py")
        .commit("open");
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended first = ferry.run("next");

    assertThat(first.exit()).as(first.all()).isZero();
    String limits = "feat/integrate-labs-limits";
    assertThat(shop.git("rev-list", "--count", "main.." + limits)).isEqualTo("2\n");
    assertThat(shop.changed(limits + "^"))
        .containsExactly("R100\tcore/rules.py\tcore/rules/__init__.py");
    assertThat(shop.changed(limits))
        .containsExactly("M\tapp/judge.py", "R100\tlabs/limits.py\tcore/rules/limits.py");
    assertThat(shop.show(limits, "app/judge.py"))
        .isEqualTo("from core.rules import STRICT\nfrom core.rules.limits import MOST\n");
    assertThat(shop.branches()).hasSize(3);
    assertThat(ferry.run("status").out())
        .isEqualTo("batch_core.tsv           | total:  2  done:  1  rem:  1  next:labs.bounds\n");

    BuiltFerry.Ended second = ferry.run("run", "--all");
    String bounds = "feat/integrate-labs-bounds";
    assertThat(second.exit()).as(second.all()).isZero();
    assertThat(second.out()).endsWith("2 integrated; 2 in all\n");
    assertThat(shop.git("rev-parse", bounds + "^")).isEqualTo(shop.git("rev-parse", limits + "^"));
    assertThat(shop.branches()).hasSize(4);
  }

  @Test
  void rowsThatCannotBeMovedAreEachToldWithTheirReason() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("Old/thing.py", "THING = 1")
        .file("core/taken.py", "TAKEN = 1")
        .file("labs/taken.py", "TAKEN = 2")
        .file("core/there.py", "THERE = 1")
        .file("core/landed.py", "LANDED = 1")
        .file("ferry.yaml", "gates: [syntax, schema, history]")
        .file(Shop.BATCH)
        .row(Shop.BATCH, "old.thing", "old/thing.py", "core/thing.py")
        .row(Shop.BATCH, "labs.taken", "labs/taken.py", "core/taken.py")
        .row(Shop.BATCH, "core.there", "core/there.py", "core/there.py")
        .row(Shop.BATCH, "core.nowhere", "core/nowhere.py", "core/nowhere.py")
        .row(Shop.BATCH, "labs.landed", "labs/landed.py", "core/landed.py")
        .row(Shop.BATCH, "labs.gone", "labs/gone.py", "core/gone.py")
        .row(Shop.BATCH, "labs.clock", "labs/clock.py", "core/clock.py")
        .commit("open");
    String before = shop.userState();

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.out())
        .containsPattern("blocked +old.thing .*Old/thing.py differs only in case")
        .containsPattern("blocked +labs.taken .*core/taken.py exists")
        .containsPattern("in place +core.there")
        .containsPattern("blocked +core.nowhere .*does not exist")
        .containsPattern("skipped +labs.landed .*core/landed.py stands")
        .containsPattern("blocked +labs.gone .*labs/gone.py does not exist")
        .containsPattern("integrated +labs.clock")
        .endsWith("1 integrated, 1 in place, 4 blocked, 1 skipped; 7 in all\n");
    assertThat(shop.branches()).containsExactly(CLOCK, "main");
    assertThat(shop.read(Shop.BATCH + ".done").lines())
        .contains("core.there\tcore/there.py\tcore/there.py")
        .contains("labs.clock\tlabs/clock.py\tcore/clock.py")
        .noneMatch(line -> line.startsWith("labs.taken") || line.startsWith("old.thing"));
    assertThat(shop.root().resolve(Shop.BATCH + ".done").toFile().delete()).isTrue();
    assertThat(shop.userState()).isEqualTo(before);
  }
}
