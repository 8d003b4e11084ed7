package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferry.endtoend.FaultySession.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1 for what is not git: ferry killed before, while and after it runs pytest, a gate's command or
 * the operator. {@code -Dferry.faults=all} tries every one of them.
 */
final class KilledBesideChildrenIT {
  private static final long SEED = Long.getLong("ferry.faults.seed", 20261125L);
  private static final boolean ALL = "all".equals(System.getProperty("ferry.faults"));

  @TempDir private Path temporary;

  /** One of its modules is stopped by a gate until the operator has been at it. */
  private Harbor shop() {
    Path root = temporary.resolve("shop");
    Shop.unfinished(root)
        .file(
            "ferry.yaml",
            "gates: [syntax, schema, smoke, own]",
            "commands:",
            "  - name: own",
            "    argv: [sh, -c, 'test ! -f core/pricing.py || grep -q OK core/pricing.py']",
            "fix:",
            "  command: [sh, -c, 'echo \"# OK\" >> core/pricing.py']",
            // a turn that a kill cut short is none
            "  attempts: 1")
        .commit("open");
    return Harbor.in(root);
  }

  private static Map<String, String> trees(Harbor shop) {
    Map<String, String> trees = new TreeMap<>(shop.trees());
    shop.commits().forEach((branch, count) -> trees.merge(branch, count, (a, b) -> a + " " + b));
    return trees;
  }

  private static BuiltFerry.Ended run(Harbor shop, FaultySession session) {
    return BuiltFerry.in(shop.root())
        .with("PATH", session.path())
        .run("run", "--all", "--keep-going");
  }

  @Test
  void theNextFerryConverges() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setsid")),
        "skipped: this machine starts sessions without setsid");
    FaultySession session = new FaultySession(temporary.resolve("bin")).arm(Moment.NEVER, 0);
    Harbor undisturbed = shop();
    BuiltFerry.Ended ended = run(undisturbed, session);
    assertThat(ended.exit()).as(ended.all()).isZero();
    Map<String, String> expected = trees(undisturbed);
    List<String> programs = session.called();
    assertThat(expected).hasSize(2);
    assertThat(programs).as(ended.all()).hasSizeGreaterThan(5);

    FaultLog log = new FaultLog();
    int tried = 0;
    for (Moment moment : List.of(Moment.BEFORE, Moment.DURING, Moment.AFTER)) {
      for (int call : chosen(programs, moment)) {
        tried++;
        String what = "CHILDREN " + moment + " " + call;
        log.attempt(what, () -> assertTakenUp(session.arm(moment, call), expected, what));
      }
    }
    System.out.printf(
        "fault matrix: killed beside %d of %d programs that are not git, %d held, seed %d%n",
        tried, 3 * programs.size(), log.held(), SEED);
    assertThat(log.broken()).isEmpty();
  }

  private static Set<Integer> chosen(List<String> programs, Moment moment) {
    List<Integer> calls = new ArrayList<>();
    for (int call = 1; call <= programs.size(); call++) {
      calls.add(call);
    }
    Collections.shuffle(calls, new Random(SEED + moment.name().hashCode()));
    Set<Integer> chosen = new TreeSet<>(ALL ? calls : calls.subList(0, 1));
    if (moment == Moment.DURING) {
      chosen.add(theOperator(programs));
    }
    return chosen;
  }

  private static int theOperator(List<String> programs) {
    for (int call = 1; call <= programs.size(); call++) {
      if (programs.get(call - 1).contains("# OK\" >>")) {
        return call;
      }
    }
    throw new AssertionError("no operator was asked: " + programs);
  }

  private void assertTakenUp(FaultySession session, Map<String, String> expected, String what)
      throws IOException {
    DeletedTree.delete(temporary.resolve("shop"));
    Harbor shop = shop();
    String before = shop.userState();

    BuiltFerry.Ended killed = run(shop, session);

    // where the program was done sooner than ferry was killed, ferry may have been done as well
    assertThat(killed.exit()).as("%s\n%s", what, killed.all()).isIn(137, 0);
    assertThat(shop.userState()).as("%s\n%s", what, killed.all()).isEqualTo(before);
    assertThat(expected.keySet()).containsAll(shop.trees().keySet());

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("run", "--all", "--keep-going");

    String all = what + "\n" + killed.all() + next.all();
    assertThat(next.exit()).as(all).isZero();
    assertThat(next.out()).as(all).contains("2 integrated; 2 in all");
    assertThat(trees(shop)).as(all).isEqualTo(expected);
    assertThat(shop.userState()).as(all).isEqualTo(before);
    assertThat(shop.gitLocks()).as(all).isEmpty();
    assertThat(shop.sessions()).as(all).isEmpty();
    assertThat(shop.processes()).as(all).isEmpty();
    shop.repository().git("fsck", "--no-dangling", "--strict");
  }
}
