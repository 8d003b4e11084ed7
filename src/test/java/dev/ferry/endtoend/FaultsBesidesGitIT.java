package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferry.endtoend.FaultyGit.Fault;
import dev.ferry.endtoend.FaultyGit.Harm;
import java.io.IOException;
import java.io.RandomAccessFile;
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

/**
 * Faults of the machine and of other programs; what a restart must come to is checked after each.
 */
final class FaultsBesidesGitIT {
  private static final long SEED = Long.getLong("ferry.faults.seed", 20261125L);

  @TempDir private static Path undisturbed;
  private static Map<String, String> trees;
  private static int calls;

  @TempDir private Path temporary;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    Harbor harbor = Harbor.at(undisturbed.resolve("harbor"));
    FaultyGit git = new FaultyGit(undisturbed.resolve("bin")).arm(harbor.repository(), Fault.NONE);
    BuiltFerry.Ended ended =
        BuiltFerry.in(harbor.root()).with("PATH", git.path()).run("run", "--all", "--keep-going");
    assertThat(ended.exit()).as(ended.all()).isEqualTo(5);
    calls = git.called().size();
    trees = harbor.trees();
    assertThat(trees).hasSize(4);
  }

  private static BuiltFerry.Ended run(Harbor harbor) {
    return BuiltFerry.in(harbor.root()).run("run", "--all", "--keep-going");
  }

  private static void assertConverges(Harbor harbor, String what) {
    BuiltFerry.Ended next = run(harbor);
    assertThat(next.exit()).as("%s\n%s", what, next.all()).isEqualTo(5);
    assertThat(harbor.trees()).as("%s\n%s", what, next.all()).isEqualTo(trees);
    assertThat(harbor.processes()).as(what).isEmpty();
    assertThat(BuiltFerry.in(harbor.root()).run("status").out()).as(what).startsWith(Harbor.STATUS);
    harbor.repository().git("fsck", "--no-dangling", "--strict");
  }

  /**
   * F2: every file as it stood when a call of git began, as a disk would hold it that lost all that
   * was written later. Each copy is the repository after the power came back.
   */
  @Test
  void thePowerFails() throws Exception {
    List<Integer> moments = new ArrayList<>();
    for (int moment = 2; moment < calls; moment++) {
      moments.add(moment);
    }
    Collections.shuffle(moments, new Random(SEED));
    List<Integer> chosen = moments.subList(0, 4);
    Harbor harbor = Harbor.at(temporary.resolve("harbor"));
    Path copies = Files.createDirectories(temporary.resolve("copies"));
    CountedProgram git = new CountedProgram(temporary.resolve("bin"), "git", "$1");
    git.arm(chosen, "cp -a '" + harbor.root() + "' '" + copies + "'/$n");
    BuiltFerry.Ended ended =
        BuiltFerry.in(harbor.root()).with("PATH", git.path()).run("run", "--all", "--keep-going");
    assertThat(ended.exit()).as(ended.all()).isEqualTo(5);

    for (int moment : chosen) {
      // the paths inside are those of the place that the copy was made of
      DeletedTree.delete(harbor.root());
      Files.move(copies.resolve(Integer.toString(moment)), harbor.root());
      assertConverges(harbor, "power lost before call " + moment + ", seed " + SEED);
    }
  }

  /** F2, F12: the ledger ends in the middle of what was written last, at any byte. */
  @Test
  void theLedgerIsTorn() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 3; i++) {
      Harbor harbor = Harbor.at(temporary.resolve("harbor-" + i));
      FaultyGit git =
          new FaultyGit(temporary.resolve("bin"))
              .arm(harbor.repository(), new Fault(Harm.KILL_AFTER, 60 + random.nextInt(40)));
      BuiltFerry.in(harbor.root()).with("PATH", git.path()).run("run", "--all", "--keep-going");
      List<Path> files = ledgerFiles(harbor);
      assertThat(files).isNotEmpty();
      Path torn = files.get(random.nextInt(files.size()));
      long size = Files.size(torn);
      long kept = size == 0 ? 0 : random.nextLong(size);
      try (RandomAccessFile file = new RandomAccessFile(torn.toFile(), "rw")) {
        file.setLength(kept);
      }
      assertConverges(
          harbor, torn.getFileName() + " cut from " + size + " to " + kept + ", seed " + SEED);
    }
  }

  private static List<Path> ledgerFiles(Harbor harbor) throws IOException {
    try (var files = Files.list(harbor.root().resolve(".git/ferry"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ledger"))
          .sorted()
          .toList();
    }
  }

  /** F3: a file system of its own that has no room left; then it gets some. */
  @Test
  void theDiskIsFull() throws Exception {
    Path disk = Files.createDirectories(temporary.resolve("disk"));
    assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=6m", "ferry-full", disk.toString()) == 0,
        "skipped: mounting a small file system needs root on Linux");
    try {
      Harbor harbor = Harbor.at(disk.resolve("harbor"));
      String before = harbor.userState();
      Files.write(disk.resolve("ballast"), new byte[(int) (freeBytes(disk) - 120_000)]);

      BuiltFerry.Ended ended = run(harbor);

      assertThat(ended.exit()).as(ended.all()).isIn(5, 14);
      assertThat(ended.err()).as(ended.all()).doesNotContain("\tat ").contains("error[FRY-");
      assertThat(harbor.userState()).isEqualTo(before);
      Files.delete(disk.resolve("ballast"));
      assertConverges(harbor, "a full disk");
    } finally {
      assertThat(system("umount", "-l", disk.toString())).isZero();
    }
  }

  private static long freeBytes(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** F4: locks that others left, in ferry's places and in the user's. */
  @Test
  void staleLocksStandAround() throws Exception {
    Harbor harbor = Harbor.at(temporary.resolve("harbor"));
    FaultyGit git =
        new FaultyGit(temporary.resolve("bin"))
            .arm(harbor.repository(), new Fault(Harm.KILL_AFTER, 70));
    BuiltFerry.Ended killed =
        BuiltFerry.in(harbor.root()).with("PATH", git.path()).run("run", "--all", "--keep-going");
    assertThat(killed.exit()).as(killed.all()).isEqualTo(137);
    RealRepository repository = harbor.repository();
    assertThat(repository.has(".git/ferry/clone.git/worktrees/tree/gitdir")).isTrue();
    repository
        .file(".git/ferry/clone.git/config.lock", "")
        .file(".git/ferry/clone.git/worktrees/tree/index.lock", "")
        .file(".git/ferry/clone.git/worktrees/tree/HEAD.lock", "")
        .file(".git/ferry/clone.git/worktrees/tree/locked", "initializing")
        .file(".git/index.lock", "the user's own");

    assertConverges(harbor, "stale locks");

    assertThat(repository.read(".git/index.lock")).isEqualTo("the user's own\n");
    assertThat(harbor.gitLocks()).hasSize(1);
  }

  /** F5, F14: one that stalls keeps its claim; it goes on where it was when it comes back. */
  @Test
  void aFerryStallsAndComesBack() throws Exception {
    Harbor harbor = Harbor.at(temporary.resolve("harbor"));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process stalling = BuiltFerry.in(harbor.root()).start(out, err, "run", "--all", "--keep-going");
    Waiting.until("the first step", () -> Files.readString(err).contains("REVIEW"));
    Waiting.signal("STOP", stalling);

    BuiltFerry.Ended second = run(harbor);
    assertThat(second.exit()).as(second.all()).isEqualTo(15);

    Waiting.signal("CONT", stalling);
    assertThat(stalling.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(stalling.exitValue()).as(Files.readString(err)).isEqualTo(5);
    assertThat(harbor.trees()).isEqualTo(trees);
    assertConverges(harbor, "a stalled ferry");
  }

  /** Invariant 10: what a killed run left of 1,000 modules is taken up in less than two seconds. */
  @Test
  void recoveryOfManyModulesIsQuick() throws Exception {
    Harbor killed = many("killed");
    FaultyGit git =
        new FaultyGit(temporary.resolve("bin"))
            .arm(killed.repository(), new Fault(Harm.KILL_AFTER, 100));
    BuiltFerry.Ended ended =
        BuiltFerry.in(killed.root()).with("PATH", git.path()).run("run", "--all", "--keep-going");
    assertThat(ended.exit()).as(ended.all()).isEqualTo(137);
    Harbor fresh = many("fresh");
    assertThat(BuiltFerry.in(fresh.root()).run("next").exit()).isZero();

    long undisturbed = untilTheFirstRow(fresh);
    long recovered = untilTheFirstRow(killed);

    System.out.printf(
        "recovery: first row of 1,000 after %d ms where a run was killed, %d ms where none was%n",
        recovered, undisturbed);
    assertThat(recovered - undisturbed).isLessThan(TimeUnit.SECONDS.toMillis(2) * slowness());
  }

  private Harbor many(String name) {
    Harbor harbor = Harbor.at(temporary.resolve(name));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      harbor.repository().file("labs/m" + i + ".py", "M = " + i);
      rows.append("labs.m%1$d\tlabs/m%1$d.py\tcore/m%1$d.py\n".formatted(i));
    }
    harbor.repository().file("batches/batch_many.tsv", rows.toString().strip()).commit("many");
    return harbor;
  }

  /** How long a start takes until the first row is worked; the process is ended then. */
  private long untilTheFirstRow(Harbor harbor) throws Exception {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    long start = System.nanoTime();
    Process ferry = BuiltFerry.in(harbor.root()).start(out, err, "run", "--all", "--keep-going");
    Waiting.until("the first row", () -> Files.readString(err).contains("REVIEW"));
    long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    ferry.destroy();
    assertThat(ferry.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return taken;
  }

  /** A bound on wall time means nothing on a machine whose processors are wanted by others. */
  private static int slowness() {
    var machine = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    double waiting = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    return Math.max(1, (int) Math.ceil(waiting));
  }

  private static int system(String... argv) throws IOException, InterruptedException {
    return new ProcessBuilder(argv)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
