package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.BuiltFerry.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open branches when the base has moved on and others have to do with them. */
final class RestackTogetherIT {
  private static final String PRICING = "feat/integrate-labs-pricing";
  private static final String CLOCK = "feat/integrate-labs-clock";
  private static final String BERTH = "feat/integrate-core-berth";
  private static final String RULES = "feat/integrate-labs-rules";

  @TempDir private Path temporary;

  private Path file(String name) {
    return temporary.resolve(name);
  }

  private RealRepository shop() {
    RealRepository shop = Shop.judgedByReading(file("shop"));
    run(shop, 0, "run", "--all");
    return shop;
  }

  private static Ended run(RealRepository shop, int exit, String... arguments) {
    Ended ended = BuiltFerry.in(shop.root()).run(arguments);
    assertThat(ended.exit()).as(ended.all()).isEqualTo(exit);
    return ended;
  }

  private static String id(RealRepository shop, String revision) {
    return shop.git("rev-parse", revision).strip();
  }

  private static String shortened(RealRepository shop, String revision) {
    return id(shop, revision).substring(0, 10);
  }

  private static void newImporter(RealRepository shop, String name) {
    shop.file("app/" + name + ".py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("a new importer");
  }

  /** {@code core/berth.py} stands where a package has to be before the rules can go there. */
  private RealRepository stacked() {
    RealRepository shop =
        Shop.unfinished(file("shop"))
            .file("ferry.yaml", "gates: [syntax, schema, history]", "batches: [rules.tsv]")
            .file("core/berth.py", "PLACES = 4")
            .file("labs/rules.py", "LIMIT = 7")
            .file("app/port.py", "from labs.rules import LIMIT")
            .row("rules.tsv", "labs.rules", "labs/rules.py", "core/berth/rules.py")
            .commit("open");
    run(shop, 0, "run", "--all");
    assertThat(id(shop, RULES + "^")).isEqualTo(id(shop, BERTH));
    return shop;
  }

  @Test
  void aStackIsDerivedOnItsOwnNewCommits() {
    RealRepository shop = stacked();
    String berth = id(shop, BERTH);
    shop.file("app/other.py", "VALUE = 1").commit("unrelated");
    assertThat(run(shop, 0, "restack").out())
        .contains(BERTH + " stands on an older main")
        .contains(RULES + " stands on an older main");
    assertThat(id(shop, BERTH)).isEqualTo(berth);
    shop.file("app/pier.py", "from labs.rules import LIMIT").commit("a new importer");

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out())
        .contains(BERTH + " was derived again on main, ")
        .contains(RULES + " stands on it and is derived again [FRY-G057]")
        .contains(RULES + " was derived again on main, ");
    assertThat(id(shop, BERTH + "^")).isEqualTo(id(shop, "main"));
    assertThat(id(shop, RULES + "^")).isEqualTo(id(shop, BERTH));
    assertThat(shop.show(RULES, "app/pier.py")).isEqualTo("from core.berth.rules import LIMIT\n");
    assertThat(run(shop, 3, "restack").out()).isEmpty();
  }

  @Test
  void whatStoodOnSomethingThatLandedIsDerivedOnTheBase() {
    RealRepository shop = stacked();
    shop.git("merge", "-q", "--squash", BERTH);
    shop.commit("berth becomes a package (#1)");
    shop.git("branch", "-q", "-D", BERTH);
    String rules = id(shop, RULES);
    run(shop, 0, "restack");
    assertThat(id(shop, RULES)).as("merging it gives the same").isEqualTo(rules);
    shop.file("app/pier.py", "from labs.rules import LIMIT").commit("a new importer");

    run(shop, 0, "restack");

    assertThat(id(shop, RULES + "^")).isEqualTo(id(shop, "main"));
    assertThat(shop.show(RULES, "app/pier.py")).isEqualTo("from core.berth.rules import LIMIT\n");
  }

  @Test
  void whatAPersonCommittedIsLeftAlone() {
    RealRepository shop = shop();
    List<String> made = List.of(shortened(shop, PRICING), shortened(shop, CLOCK));
    Path tree = file("tree");
    shop.git("worktree", "add", "-q", tree.toString(), PRICING);
    RealRepository.in(tree).file("core/note.py", "NOTE = 1").commit("by hand");
    shop.git("worktree", "remove", tree.toString());
    shop.git("switch", "-q", CLOCK);
    shop.git("commit", "-q", "--amend", "--no-edit", "--date=2001-01-01T00:00:00Z");
    shop.git("switch", "-q", "main");
    String pricing = id(shop, PRICING);
    String clock = id(shop, CLOCK);
    newImporter(shop, "twice");

    Ended ended = run(shop, 0, "restack");

    for (String branch : List.of(PRICING, CLOCK)) {
      assertThat(ended.out())
          .contains(branch + " holds what ferry did not make, up to " + shortened(shop, branch));
    }
    assertThat(ended.err())
        .contains("`git branch -f " + PRICING + " " + made.get(0) + "`")
        .contains("`git branch -f " + CLOCK + " " + made.get(1) + "`");
    assertThat(id(shop, PRICING)).isEqualTo(pricing);
    assertThat(id(shop, CLOCK)).isEqualTo(clock);

    // as ferry said
    shop.git("branch", PRICING + "-by-hand", PRICING);
    shop.git("branch", "-f", PRICING, made.get(0));
    Ended next = run(shop, 0, "run", "--all");
    assertThat(next.err()).contains("warning[FRY-R094] " + CLOCK + " holds what ferry did not");
    assertThat(next.err()).contains(PRICING + " was derived again on main, ");
    assertThat(shop.show(PRICING, "app/twice.py")).startsWith("from core.pricing");
  }

  @Test
  void whatIsCheckedOutIsLeftAlone() {
    RealRepository shop = shop();
    shop.git("worktree", "add", "-q", file("tree").toString(), PRICING);
    String pricing = id(shop, PRICING);
    newImporter(shop, "twice");

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out()).contains(PRICING + " is checked out at ").contains("[FRY-G054]");
    assertThat(ended.err()).contains("switch --detach, then ferry restack");
    assertThat(id(shop, PRICING)).isEqualTo(pricing);
    shop.git("-C", file("tree").toString(), "switch", "-q", "--detach");
    run(shop, 0, "restack");
    assertThat(id(shop, PRICING)).isNotEqualTo(pricing);
  }

  @Test
  void aPushedBranchIsReplacedWhereTheRemoteStillHasWhatFerryGaveIt() {
    RealRepository shop = shop();
    shop.git("clone", "-q", "--bare", ".", file("remote.git").toString());
    shop.git("remote", "add", "origin", file("remote.git").toString());
    run(shop, 0, "push");
    newImporter(shop, "twice");
    run(shop, 0, "restack");

    Ended pushed = run(shop, 0, "push");

    assertThat(pushed.out()).isEqualTo("PR READY: " + PRICING + "\n");
    RealRepository remote = RealRepository.in(file("remote.git"));
    assertThat(id(remote, PRICING)).isEqualTo(id(shop, PRICING));

    // somebody pushes to it, unseen until it is fetched
    shop.git("clone", "-q", file("remote.git").toString(), file("other").toString());
    RealRepository other = RealRepository.at(file("other"));
    other.git("switch", "-q", PRICING);
    other.file("core/note.py", "NOTE = 1").commit("by hand").git("push", "-q");
    newImporter(shop, "thrice");
    run(shop, 0, "restack");
    Ended refused = run(shop, 5, "push");
    assertThat(refused.err())
        .contains("error[FRY-G050] the remote origin does not have on " + PRICING);
    assertThat(id(remote, PRICING)).isEqualTo(id(other, PRICING));

    shop.git("fetch", "-q", "origin");
    String before = id(shop, PRICING);
    newImporter(shop, "fourth");
    Ended left = run(shop, 0, "restack");
    assertThat(left.out()).contains("origin/" + PRICING + " has commits that ferry did not make");
    assertThat(id(shop, PRICING)).isEqualTo(before);
  }

  @Test
  void aBranchThatFailsItsGatesOnTheNewBaseIsToldNotToBeMerged() {
    RealRepository shop = Shop.judgedBy(file("shop"), "! grep -qs core.pricing app/twice.py");
    run(shop, 0, "run", "--all");
    String pricing = id(shop, PRICING);
    newImporter(shop, "twice");

    Ended ended = run(shop, 5, "restack");

    assertThat(ended.out())
        .contains(
            PRICING + " must not be merged as it stands: derived again on main, it was stopped");
    assertThat(ended.err()).contains("fix: `ferry show labs.pricing` tells what stopped it");
    assertThat(id(shop, PRICING)).isEqualTo(pricing);
    run(shop, 5, "run", "--all");

    shop.file("core/pricing.py", "RATE = 4").commit("in the way");
    Ended refused = run(shop, 5, "restack", "labs.pricing");
    assertThat(refused.out())
        .contains("must not be merged as it stands: its move is not possible any more on main");
    assertThat(id(shop, PRICING)).isEqualTo(pricing);
  }

  @Test
  void aBaseThatMovesMeanwhileIsTakenUpByTheNext() {
    Path root = file("shop");
    String script =
        """
        [ -e MOVE ] || exit 0
        rm MOVE
        unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
        cd ROOT
        new=$(git commit-tree -m moved -p main main^{tree})
        git update-ref refs/heads/main $new
        """
            .replace("MOVE", file("move").toString())
            .replace("ROOT", root.toString());
    RealRepository shop = Shop.judgedBy(root, script);
    run(shop, 0, "run", "--all");
    newImporter(shop, "twice");
    RealRepository.in(temporary).file("move");

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.err()).contains("note[FRY-G051] main moved while branches were derived on it");
    assertThat(id(shop, PRICING + "^")).isEqualTo(id(shop, "main^"));
    String pricing = id(shop, PRICING);
    run(shop, 0, "restack");
    assertThat(id(shop, PRICING)).as("an empty commit changes no tree").isEqualTo(pricing);
  }

  @Test
  void aKilledOneLeavesTheOldBranchAndTheNextConverges() throws Exception {
    String script =
        """
        [ -e HELD ] || exit 0
        echo x > BEAT
        while :; do sleep 0.1; done
        """
            .replace("HELD", file("held").toString())
            .replace("BEAT", file("beat").toString());
    RealRepository shop = Shop.judgedBy(file("shop"), script);
    run(shop, 0, "run", "--all");
    String pricing = id(shop, PRICING);
    newImporter(shop, "twice");
    String user = shop.userState();
    Files.writeString(file("held"), "");
    Process ferry = BuiltFerry.in(shop.root()).start(file("out"), file("err"), "restack");
    Waiting.until("the gate to run", () -> Files.exists(file("beat")));
    ferry.destroyForcibly().waitFor();
    Files.delete(file("held"));
    assertThat(id(shop, PRICING)).isEqualTo(pricing);

    Ended next = run(shop, 0, "run", "--all");

    assertThat(next.err()).contains("FRY-R028").contains(PRICING + " was derived again on main, ");
    assertThat(id(shop, PRICING + "^")).isEqualTo(id(shop, "main"));
    assertThat(shop.userStateBut(".done")).isEqualTo(user.replaceAll("(?m)^.*\\.done .*\n", ""));
    assertThat(run(shop, 0, "log").out().lines().filter(line -> line.contains("failed")))
        .singleElement()
        .asString()
        .contains("labs.pricing");
  }
}
