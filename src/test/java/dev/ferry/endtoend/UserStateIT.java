package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the user's is touched, whatever gates, hooks and filters try. */
final class UserStateIT {
  private static final List<String> BRANCHES =
      List.of("feat/integrate-labs-clock", "feat/integrate-labs-pricing", "main");

  @TempDir private Path temporary;

  /** Staged, unstaged and untracked work, and something in the stash. */
  private static RealRepository dirty(RealRepository shop) {
    shop.file("app/stashed.py", "later = 1");
    shop.git("add", "app/stashed.py");
    shop.git("stash", "push", "-q", "-m", "for later");
    shop.file("app/staged.py", "half = 1").file("labs/clock.py", "def now():", "    return 7");
    shop.git("add", "app/staged.py", "labs/clock.py");
    shop.file("app/shop.py", "import labs.clock", "this is not finished (")
        .file("labs/pricing.py", "RATE = 4")
        .file("notes.txt", "buy milk");
    return shop;
  }

  @Test
  void unfinishedWorkStaysAsItIsAndStaysOutOfTheCommits() {
    RealRepository shop = dirty(Shop.judgedByReading(temporary.resolve("shop")));
    String before = shop.userState();

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(shop.read(Shop.BATCH + ".done")).isEqualTo(shop.read(Shop.BATCH));
    assertThat(shop.root().resolve(Shop.BATCH + ".done").toFile().delete()).isTrue();
    assertThat(shop.userState()).isEqualTo(before);
    assertThat(shop.branches()).isEqualTo(BRANCHES);
    assertThat(shop.git("rev-parse", "feat/integrate-labs-pricing:core/pricing.py"))
        .isEqualTo(shop.git("rev-parse", "main:labs/pricing.py"));
    assertThat(shop.git("ls-tree", "-r", "--name-only", "feat/integrate-labs-pricing"))
        .doesNotContain("staged.py")
        .doesNotContain("notes.txt");
  }

  @Test
  void aGateThatTurnsGitAgainstTheUserReachesNothingOfTheirs() {
    RealRepository shop =
        dirty(
            Shop.judgedBy(
                temporary.resolve("shop"),
                """
                echo changed >> app/shop.py
                git stash; git config user.name Mallory; git config core.bare true
                git branch evil; git tag evil; git checkout -q -b other
                git commit -q --allow-empty -m evil; git update-ref refs/heads/main HEAD
                git update-ref refs/ferry/evil HEAD; git worktree prune
                rm -rf .git
                exit 0
                """));
    String before = shop.userState();
    String refs = shop.git("for-each-ref", "refs/heads/main", "refs/tags", "refs/stash");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(shop.root().resolve(Shop.BATCH + ".done").toFile().delete()).isTrue();
    assertThat(shop.userState()).isEqualTo(before);
    assertThat(shop.branches()).isEqualTo(BRANCHES);
    assertThat(shop.git("for-each-ref", "refs/heads/main", "refs/tags", "refs/stash"))
        .isEqualTo(refs);
    assertThat(shop.git("for-each-ref", "--format=%(refname)").lines())
        .filteredOn(ref -> !ref.startsWith("refs/heads/") && !ref.equals("refs/stash"))
        .allMatch(ref -> ref.startsWith("refs/ferry/base/"));
    assertThat(shop.git("log", "-1", "--format=%an", "feat/integrate-labs-clock"))
        .isEqualTo("Grace Hopper\n");
    assertThat(shop.git("show", "feat/integrate-labs-clock:app/shop.py")).doesNotContain("changed");
    shop.git("fsck", "--no-dangling");
  }

  @Test
  void noHookAndNoFilterOfTheUsersRuns() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    Path canary = temporary.resolve("canary");
    shop.file(".gitattributes", "*.py filter=bird")
        .file("ferry.yaml", "gates: [syntax, schema, history]")
        .commit("open");
    for (String hook :
        List.of(
            "post-checkout",
            "pre-commit",
            "post-commit",
            "commit-msg",
            "prepare-commit-msg",
            "post-index-change",
            "reference-transaction",
            "pre-auto-gc",
            "post-rewrite")) {
      shop.script(".git/hooks/" + hook, "#!/bin/sh", "echo " + hook + " >> " + canary);
    }
    shop.script(".git/monitor", "#!/bin/sh", "echo monitor >> " + canary);
    shop.git("config", "core.fsmonitor", shop.root().resolve(".git/monitor").toString());
    shop.git("config", "filter.bird.smudge", "echo smudge >> " + canary + "; cat");
    shop.git("config", "filter.bird.clean", "echo clean >> " + canary + "; cat");
    shop.git("config", "filter.bird.process", "echo process >> " + canary);

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(canary).doesNotExist();
    assertThat(shop.branches()).isEqualTo(BRANCHES);
  }
}
