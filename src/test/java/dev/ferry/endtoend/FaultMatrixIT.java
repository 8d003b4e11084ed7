package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.FaultyGit.Fault;
import dev.ferry.endtoend.FaultyGit.Harm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ferry harmed at calls of git, then started again: what it must keep is checked after each
 * restart.
 *
 * <p>The build tries some calls of each kind of harm, chosen by a seed that is printed; {@code
 * -Dferry.faults=all} tries every one, {@code -Dferry.faults.seed=N} the same ones again, {@code
 * -Dferry.faults.seconds=N} chains of random faults for that long.
 */
final class FaultMatrixIT {
  private static final long SEED = Long.getLong("ferry.faults.seed", 20261125L);
  private static final boolean ALL = "all".equals(System.getProperty("ferry.faults"));
  private static final long SOAK_SECONDS = Long.getLong("ferry.faults.seconds", 10);
  private static final int CALLS_OF_EACH_HARM = 2;

  @TempDir private static Path undisturbed;
  private static Map<String, String> trees;
  private static Map<String, String> commits;
  private static List<String> calls;

  @TempDir private Path temporary;

  /** An undisturbed run: what every disturbed one has to come to. */
  @BeforeAll
  static void runUndisturbed() throws IOException {
    Harbor harbor = Harbor.at(undisturbed.resolve("harbor"));
    FaultyGit git =
        new FaultyGit(undisturbed.resolve("counting")).arm(harbor.repository(), Fault.NONE);
    BuiltFerry.Ended ended = run(harbor, git);
    trees = harbor.trees();
    commits = harbor.commits();
    calls = git.called();
    assertThat(ended.exit()).as(ended.all()).isEqualTo(5);
    assertThat(trees).hasSize(4);
    assertThat(commits.values()).containsExactlyInAnyOrder("1", "1", "1", "2");
    assertThat(calls).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(value = Harm.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theNextFerryConverges(Harm harm) throws Exception {
    List<Integer> chosen = new ArrayList<>();
    for (int call = 1; call <= calls.size(); call++) {
      chosen.add(call);
    }
    if (!ALL) {
      Collections.shuffle(chosen, new Random(SEED + harm.name().hashCode()));
      chosen = new ArrayList<>(chosen.subList(0, CALLS_OF_EACH_HARM));
    }
    if (harm == Harm.USER_WORKS && !chosen.contains(publication())) {
      // garbage collected between the transfer of the objects and the ref that keeps them
      chosen.add(publication());
    }
    for (int call : chosen) {
      Fault fault = new Fault(harm, call);
      String what = fault + " (" + calls.get(call - 1) + "), seed " + SEED;
      Harbor harbor = Harbor.at(temporary.resolve("harbor-" + harm + "-" + call));
      int done = disturbed(harbor, List.of(fault), what);
      // ferry may end while a conversation that it does not wait for still starts
      assertThat(done).as(what).isEqualTo(call < calls.size() ? 1 : done);
    }
    System.out.printf(
        "fault matrix: %s %s, %d of %d calls, seed %d%n",
        harm.fault(), harm, chosen.size(), calls.size(), SEED);
  }

  /** The call that writes the first branch. */
  private static int publication() {
    for (int call = 1; call <= calls.size(); call++) {
      if (calls.get(call - 1).contains("update-ref -m ferry: integrate")) {
        return call;
      }
    }
    throw new AssertionError("no branch is written: " + calls);
  }

  @Test
  void manyFaultsOneAfterTheOtherEndTheSame() throws Exception {
    Random random = new Random(SEED);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOAK_SECONDS);
    int chains = 0;
    int done = 0;
    do {
      List<Fault> faults = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Harm harm = Harm.values()[1 + random.nextInt(Harm.values().length - 1)];
        faults.add(new Fault(harm, 1 + random.nextInt(calls.size())));
      }
      String what = faults + ", chain " + chains + ", seed " + SEED;
      done += disturbed(Harbor.at(temporary.resolve("chain-" + chains)), faults, what);
      chains++;
    } while (System.nanoTime() < end);
    assertThat(done).isPositive();
    System.out.printf(
        "fault matrix: %d chains, %d faults that came to pass, seed %d%n", chains, done, SEED);
  }

  @Test
  void faultsAmongSeveralWorkersEndTheSame() throws Exception {
    Random random = new Random(SEED + 1);
    List<Fault> faults = new ArrayList<>();
    for (Harm harm : List.of(Harm.KILL_DURING, Harm.DISK_FULL, Harm.USER_WORKS, Harm.KILL_AFTER)) {
      faults.add(new Fault(harm, 20 + random.nextInt(calls.size() - 20)));
    }
    String what = faults + " among three workers, seed " + SEED;
    int done = disturbed(Harbor.at(temporary.resolve("workers")), faults, what, "--parallel", "3");
    assertThat(done).as(what).isPositive();
  }

  /**
   * Each fault in a run of its own, all in one repository, then a run that nobody disturbs.
   *
   * @return how many came to pass: a later run may need fewer calls
   */
  private int disturbed(Harbor harbor, List<Fault> faults, String what, String... options)
      throws Exception {
    int done = 0;
    FaultyGit git = new FaultyGit(temporary.resolve("faulty"));
    String before = harbor.userState();
    String foreign = ".git/refs/heads/theirs.lock";
    harbor.repository().file(foreign, "somebody else's");
    for (Fault fault : faults) {
      BuiltFerry.Ended ended = run(harbor, git.arm(harbor.repository(), fault), options);
      assertThat(harbor.userState()).as("%s\n%s", what, ended.all()).isEqualTo(before);
      if (git.called().size() >= fault.call()) {
        done++;
        assertThat(fault.harm().exits()).as("%s\n%s", what, ended.all()).contains(ended.exit());
      }
      assertThat(trees.keySet())
          .as("%s\n%s", what, ended.all())
          .containsAll(harbor.trees().keySet());
      assertThat(ended.err()).as(what).doesNotContain("\tat ");
    }

    BuiltFerry.Ended next = run(harbor, git.arm(harbor.repository(), Fault.NONE), options);

    String all = what + "\n" + next.all();
    assertThat(next.exit()).as(all).isEqualTo(5);
    assertThat(next.out()).as(all).contains("1 blocked").contains("5 in all");
    assertThat(harbor.trees()).as(all).isEqualTo(trees);
    assertThat(harbor.commits()).as(all).isEqualTo(commits);
    assertThat(harbor.userState()).as(all).isEqualTo(before);
    assertThat(harbor.repository().has(foreign)).as(all).isTrue();
    assertThat(harbor.gitLocks())
        .as(all)
        .containsExactly(harbor.root().resolve(foreign).toString());
    assertThat(harbor.sessions()).as(all).isEmpty();
    assertThat(harbor.processes()).as(all).isEmpty();
    assertThat(BuiltFerry.in(harbor.root()).run("status").out()).as(all).startsWith(Harbor.STATUS);
    Files.delete(harbor.root().resolve(foreign));
    harbor.repository().git("fsck", "--no-dangling", "--strict");
    DeletedTree.delete(harbor.root());
    return done;
  }

  private static BuiltFerry.Ended run(Harbor harbor, FaultyGit git, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--all", "--keep-going"));
    arguments.addAll(List.of(options));
    return BuiltFerry.in(harbor.root())
        .with("PATH", git.path())
        .run(arguments.toArray(String[]::new));
  }
}
