package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that move in one commit, by the real git and the real pytest. */
final class TogetherIT {
  private static final String BRANCH = "feat/integrate-labs-pricing";

  @TempDir private Path temporary;

  private RealRepository shop(String... configuration) {
    return Shop.unfinished(temporary.resolve("shop")).file("ferry.yaml", configuration);
  }

  @Test
  void aSetOfTheUserIsOneCommitOnOneBranchAndEachRowEndsAsItDoes() {
    RealRepository shop =
        shop(
                "gates: [syntax, schema, history, module-test, smoke, self-report]",
                "tests: {witness: required}",
                "together:",
                "  - [labs.clock, labs.pricing]")
            .commit("open");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out())
        .containsPattern("integrated +labs.pricing +" + BRANCH)
        .containsPattern("integrated +labs.clock +" + BRANCH)
        .endsWith("2 integrated; 2 in all\n");
    assertThat(shop.branches()).containsExactly(BRANCH, "main");
    assertThat(shop.git("rev-list", "--count", "main.." + BRANCH).strip()).isEqualTo("1");
    assertThat(shop.git("log", "-1", "--format=%(trailers:key=Ferry-Module,valueonly)", BRANCH))
        .isEqualTo("labs.pricing\nlabs.clock\n\n");
    assertThat(shop.changed(BRANCH))
        .contains("R100\tlabs/pricing.py\tcore/pricing.py", "R100\tlabs/clock.py\tcore/clock.py");
    assertThat(shop.show(BRANCH, "app/shop.py"))
        .startsWith("from core.pricing import price  # the rate is kept there\nimport core.clock\n")
        .contains("core.clock.now()");
    assertThat(shop.read(Shop.BATCH + ".done")).contains("labs.pricing\t").contains("labs.clock\t");
  }

  @Test
  void everyCommandKnowsBothModulesAfterwards() {
    RealRepository shop =
        shop("gates: [syntax, schema, history]", "together: [[labs.pricing, labs.clock]]")
            .commit("open");
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended next = ferry.run("next");

    assertThat(next.exit()).as(next.all()).isZero();
    assertThat(next.all()).contains("labs.pricing").contains("labs.clock");
    assertThat(ferry.run("status").out()).contains("total:  2  done:  2  rem:  0");
    String log = ferry.run("log").out();
    assertThat(log).contains("labs.pricing").contains("labs.clock");
    for (String module : List.of("labs.pricing", "labs.clock")) {
      assertThat(ferry.run("show", module).out()).contains(BRANCH).contains("PASS");
      assertThat(ferry.run("diff", module).out())
          .contains("rename from labs/pricing.py")
          .contains("rename from labs/clock.py");
      assertThat(ferry.run("gate", module).exit()).isZero();
    }
    BuiltFerry.Ended again = ferry.run("run", "--all");
    assertThat(again.out()).endsWith("2 integrated; 2 in all\n");
    assertThat(ferry.run("log").out()).isEqualTo(log);
    shop.git("init", "-q", "--bare", "../remote.git");
    shop.git("remote", "add", "origin", "../remote.git");
    BuiltFerry.Ended push = ferry.run("push", "labs.clock");
    assertThat(push.exit()).as(push.all()).isZero();
    assertThat(shop.git("ls-remote", "origin")).contains("refs/heads/" + BRANCH);
    BuiltFerry.Ended rebuilt = ferry.run("ledger", "rebuild");
    assertThat(rebuilt.out()).isEqualTo("2 integrated, 0 landed unattributed\n");
    assertThat(rebuilt.err()).doesNotContain("FRY-L03");
  }

  @Test
  void aGateThatStopsOneRowStopsAll() {
    RealRepository shop =
        shop(
                "gates: [syntax, own]",
                "commands: [{name: own, argv: [test, '!', -e, core/clock.py]}]",
                "together: [['labs.*']]")
            .commit("open");
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended run = ferry.run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.out())
        .containsPattern("failed +labs.pricing")
        .containsPattern("failed +labs.clock");
    assertThat(shop.branches()).containsExactly("main");
    assertThat(ferry.run("status").out()).contains("done:  0  rem:  2");
    assertThat(ferry.run("show", "labs.clock").out()).contains("own");
  }

  /** The merge of the one branch finishes both rows, also where its branch is gone. */
  @Test
  void bothAreAttributedAfterTheMerge() {
    RealRepository shop =
        shop("gates: [syntax, schema]", "together: [[labs.pricing, labs.clock]]").commit("open");
    BuiltFerry ferry = BuiltFerry.in(shop.root());
    ferry.run("run", "--all", "--parallel", "2");
    shop.git("merge", "-q", "--squash", BRANCH);
    shop.git("commit", "-q", "-m", shop.git("log", "-1", "--format=%B", BRANCH));
    shop.git("branch", "-q", "-D", BRANCH);

    assertThat(ferry.run("run", "--all").out())
        .containsPattern("integrated +labs.pricing +main")
        .containsPattern("integrated +labs.clock +main");
  }
}
