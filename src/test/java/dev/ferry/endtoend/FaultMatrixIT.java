package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.endtoend.FaultyGit.Fault;
import dev.ferry.endtoend.FaultyGit.Harm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ferry harmed at calls of git, then started again: what it must keep is checked after each
 * restart.
 *
 * <p>The build tries some calls of each kind of harm, chosen by a seed that is printed; {@code
 * -Dferry.faults=all} tries every one, {@code -Dferry.faults.only=PATTERN} those of matching
 * errands and harms, {@code -Dferry.faults.seed=N} the same ones again, {@code
 * -Dferry.faults.seconds=N} chains of random faults for that long.
 */
final class FaultMatrixIT {
  private static final long SEED = Long.getLong("ferry.faults.seed", 20261125L);
  private static final boolean ALL = "all".equals(System.getProperty("ferry.faults"));
  private static final Pattern ONLY = Pattern.compile(System.getProperty("ferry.faults.only", ""));
  private static final long SOAK_SECONDS = Long.getLong("ferry.faults.seconds", 10);
  private static final String FOREIGN = ".git/refs/heads/theirs.lock";
  private static final Set<Harm> ENDS_FERRY =
      Set.of(
          Harm.KILL_BEFORE,
          Harm.KILL_DURING,
          Harm.KILL_BOTH,
          Harm.KILL_AFTER,
          Harm.TERMINATE,
          Harm.INTERRUPT);

  @TempDir private static Path prepared;
  private static final Map<Errand, PreparedHarbor> HARBORS = new EnumMap<>(Errand.class);

  @TempDir private Path temporary;

  /** Undisturbed once: what every disturbed one has to come to. */
  private static PreparedHarbor harbor(Errand errand) throws IOException, InterruptedException {
    PreparedHarbor known = HARBORS.get(errand);
    if (known == null) {
      known = new PreparedHarbor(Files.createDirectories(prepared.resolve(errand.name())), errand);
      assertThat(known.trees()).hasSize(4);
      assertThat(known.calls()).hasSizeGreaterThan(20);
      HARBORS.put(errand, known);
    }
    return known;
  }

  static Stream<Arguments> kinds() {
    Set<Harm> often = Set.of(Harm.KILL_BEFORE, Harm.KILL_DURING, Harm.KILL_AFTER);
    return Stream.of(Errand.values())
        .flatMap(errand -> Stream.of(Harm.values()).map(harm -> Arguments.of(errand, harm)))
        .filter(kind -> kind.get()[1] != Harm.NONE)
        .filter(kind -> ALL || kind.get()[0] == Errand.ROWS || often.contains(kind.get()[1]))
        .filter(kind -> ONLY.matcher(kind.get()[0] + " " + kind.get()[1]).find());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theNextFerryConverges(Errand errand, Harm harm) throws Exception {
    PreparedHarbor harbor = harbor(errand);
    Set<Integer> chosen = chosen(harbor, harm);
    FaultLog log = new FaultLog();
    for (int call : chosen) {
      Fault fault = new Fault(harm, call);
      String what = fault + " (" + harbor.calls().get(call - 1) + "), seed " + SEED;
      log.attempt(
          errand + " " + harm + " " + call,
          () -> {
            int done = disturbed(harbor, List.of(fault), what);
            // ferry may end while a conversation that it does not wait for still starts
            assertThat(done).as(what).isEqualTo(call < harbor.calls().size() ? 1 : done);
          });
    }
    System.out.printf(
        "fault matrix: %s %s %s, %d of %d calls, %d held, seed %d%n",
        errand, harm.fault(), harm, chosen.size(), harbor.calls().size(), log.held(), SEED);
    assertThat(log.broken()).isEmpty();
  }

  /**
   * Garbage collected while a branch was published, and ferry killed before it looked once more.
   */
  @Test
  void aBranchThatLacksObjectsIsMadeWholeByTheNextFerry() throws Exception {
    PreparedHarbor prepared = harbor(Errand.ROWS);
    Harbor harbor = prepared.fresh();
    FaultyGit git = new FaultyGit(temporary.resolve("faulty"));
    Fault fault = new Fault(Harm.KILL_AFTER, publication(prepared.calls()));
    assertThat(run(prepared.errand(), harbor, git.arm(harbor.repository(), fault)).exit())
        .isEqualTo(137);
    String branch = harbor.trees().keySet().iterator().next();
    String lacking =
        harbor.repository().git("diff-tree", "-r", "-t", "--diff-filter=d", "main", branch);
    for (String line : lacking.lines().toList()) {
      String object = line.split(" ")[3];
      Path file =
          harbor
              .root()
              .resolve(".git/objects/" + object.substring(0, 2) + "/" + object.substring(2));
      if (!harbor.repository().git("ls-tree", "-r", "-t", "main").contains(object)) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> harbor.repository().git("rev-list", "--objects", branch))
        .hasMessageContaining("bad tree object");

    BuiltFerry.Ended next = BuiltFerry.in(harbor.root()).run(arguments(prepared.errand()));

    assertThat(harbor.trees()).as(next.all()).isEqualTo(prepared.trees());
    harbor.repository().git("fsck", "--no-dangling", "--strict");
  }

  private static Set<Integer> chosen(PreparedHarbor harbor, Harm harm) {
    List<Integer> calls = new ArrayList<>();
    for (int call = 1; call <= harbor.calls().size(); call++) {
      calls.add(call);
    }
    if (ALL) {
      return new TreeSet<>(calls);
    }
    Collections.shuffle(calls, new Random(SEED + harm.name().hashCode()));
    Set<Integer> chosen = new TreeSet<>(calls.subList(0, harbor.errand() == Errand.ROWS ? 2 : 1));
    if (harm == Harm.USER_WORKS) {
      // garbage collected between the transfer of the objects and the ref that keeps them
      chosen.add(publication(harbor.calls()));
    }
    return chosen;
  }

  /** The call that writes the first branch. */
  private static int publication(List<String> calls) {
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
    PreparedHarbor harbor = harbor(Errand.ROWS);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOAK_SECONDS);
    int chains = 0;
    int done = 0;
    do {
      List<Fault> faults = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Harm harm = Harm.values()[1 + random.nextInt(Harm.values().length - 1)];
        faults.add(new Fault(harm, 1 + random.nextInt(harbor.calls().size())));
      }
      done += disturbed(harbor, faults, faults + ", chain " + chains + ", seed " + SEED);
      chains++;
    } while (System.nanoTime() < end);
    assertThat(done).isPositive();
    System.out.printf(
        "fault matrix: %d chains, %d faults that came to pass, seed %d%n", chains, done, SEED);
  }

  @Test
  void faultsAmongSeveralWorkersEndTheSame() throws Exception {
    Random random = new Random(SEED + 1);
    PreparedHarbor harbor = harbor(Errand.ROWS);
    List<Fault> faults = new ArrayList<>();
    for (Harm harm : List.of(Harm.KILL_DURING, Harm.DISK_FULL, Harm.USER_WORKS, Harm.KILL_AFTER)) {
      faults.add(new Fault(harm, 20 + random.nextInt(harbor.calls().size() - 20)));
    }
    String what = faults + " among three workers, seed " + SEED;
    int done = disturbed(harbor, faults, what, "--parallel", "3");
    assertThat(done).as(what).isPositive();
  }

  /**
   * Each fault in an errand of its own, all in one repository, then an errand that nobody disturbs.
   *
   * @return how many came to pass: a later errand may need fewer calls
   */
  private int disturbed(PreparedHarbor prepared, List<Fault> faults, String what, String... options)
      throws Exception {
    int done = 0;
    Harbor harbor = prepared.fresh();
    FaultyGit git = new FaultyGit(temporary.resolve("faulty"));
    String before = harbor.userState();
    harbor.repository().file(FOREIGN, "somebody else's");
    for (Fault fault : faults) {
      BuiltFerry.Ended ended =
          run(prepared.errand(), harbor, git.arm(harbor.repository(), fault), options);
      String all = what + "\n" + ended.all();
      assertThat(harbor.userState()).as(all).isEqualTo(before);
      if (git.called().size() >= fault.call()) {
        done++;
        assertThat(exits(prepared.errand(), fault.harm())).as(all).contains(ended.exit());
      }
      assertThat(prepared.trees().keySet()).as(all).containsAll(harbor.trees().keySet());
      assertThat(harbor.halfMoves()).as(all).isEmpty();
      assertThat(ended.err()).as(what).doesNotContain("\tat ");
    }

    BuiltFerry.Ended next = BuiltFerry.in(harbor.root()).run(arguments(prepared.errand(), options));

    assertConverged(prepared, harbor, before, next, what + "\n" + next.all());
    return done;
  }

  private static Set<Integer> exits(Errand errand, Harm harm) {
    Set<Integer> exits = new TreeSet<>(harm.exits());
    if (!ENDS_FERRY.contains(harm)) {
      exits.add(errand.exit());
    }
    return exits;
  }

  private static void assertConverged(
      PreparedHarbor prepared, Harbor harbor, String before, BuiltFerry.Ended next, String all)
      throws IOException {
    assertThat(prepared.errand().exitsAfterwards()).as(all).contains(next.exit());
    if (prepared.errand() != Errand.RESTACK) {
      assertThat(next.out()).as(all).contains("1 blocked").contains("5 in all");
    }
    assertThat(harbor.halfMoves()).as(all).isEmpty();
    if (prepared.errand().isIndependentOfTheOrder()) {
      assertThat(harbor.trees()).as(all).isEqualTo(prepared.trees());
      assertThat(harbor.commits()).as(all).isEqualTo(prepared.commits());
    } else {
      assertThat(harbor.trees().keySet()).as(all).isEqualTo(prepared.trees().keySet());
      assertThat(harbor.commits().values()).as(all).containsExactlyInAnyOrder("1", "2", "3", "4");
      assertThat(harbor.treeOfMost()).as(all).isEqualTo(prepared.treeOfMost());
    }
    assertThat(harbor.userState()).as(all).isEqualTo(before);
    assertThat(harbor.repository().has(FOREIGN)).as(all).isTrue();
    assertThat(harbor.gitLocks())
        .as(all)
        .containsExactly(harbor.root().resolve(FOREIGN).toString());
    assertThat(harbor.sessions()).as(all).isEmpty();
    assertThat(harbor.processes()).as(all).isEmpty();
    BuiltFerry.Ended status = BuiltFerry.in(harbor.root()).run("status");
    assertThat(status.out()).as(all).startsWith(Harbor.STATUS);
    Files.delete(harbor.root().resolve(FOREIGN));
    harbor.repository().git("fsck", "--no-dangling", "--strict");
  }

  private static BuiltFerry.Ended run(
      Errand errand, Harbor harbor, FaultyGit git, String... options) {
    return BuiltFerry.in(harbor.root()).with("PATH", git.path()).run(arguments(errand, options));
  }

  private static String[] arguments(Errand errand, String... options) {
    List<String> arguments = new ArrayList<>(List.of(errand.arguments()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }
}
