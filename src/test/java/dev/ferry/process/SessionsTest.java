package dev.ferry.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.process.ProgramResult.Ended;
import dev.ferry.process.ProgramResult.NotStarted;
import dev.ferry.process.ProgramResult.Stopped;
import dev.ferry.process.ProgramResult.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
  private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

  @TempDir Path directory;
  private final Programs programs = new Programs();
  private Sessions sessions;
  private Path register;

  @BeforeEach
  void open() {
    register = directory.resolve("register");
    sessions = new Sessions(programs, register, PATH);
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void aProgramLeadsASessionOfItsOwn() {
    Ended ended = ended(sessions.run(sh("ps -o pid=,sid= -p $$")));
    String[] fields = ended.output().text().strip().split("\\s+");
    assertThat(fields[0]).isEqualTo(fields[1]);
    assertThat(ended.leftBehind()).isEmpty();
  }

  @Test
  void perlMakesTheSessionWhereSetsidIsAbsent() throws IOException {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("perl"), Path.of("/usr/bin/perl"));
    Sessions withPerl = new Sessions(programs, register, Map.of("PATH", bin.toString()));
    Ended ended = ended(withPerl.run(sh("ps -o pid=,sid= -p $$; exit 3")));
    String[] fields = ended.output().text().strip().split("\\s+");
    assertThat(fields[0]).isEqualTo(fields[1]);
    assertThat(ended.exitCode()).isEqualTo(3);
  }

  @Test
  void withoutASessionStarterNothingIsStarted() {
    Sessions none = new Sessions(programs, register, Map.of("PATH", directory.toString()));
    assertThat(none.run(sh("touch ran"))).isInstanceOf(NotStarted.class);
    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void anOrphanedGrandchildIsEndedAndReported() throws Exception {
    // the middle shell ends at once, so the sleeper's parent is gone when the leader ends
    Ended ended =
        ended(sessions.run(sh("sh -c 'sleep 300 & echo $! > pid'; exit 0").within(ofSeconds(20))));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.leftBehind()).singleElement().asString().contains("sleep");
    assertThat(isGone("pid")).isTrue();
  }

  @Test
  void aDaemonWithASessionOfItsOwnIsEnded() throws Exception {
    Ended ended = ended(sessions.run(sh("setsid sh -c 'echo $$ > pid; exec sleep 300' & sleep 1")));
    assertThat(ended.leftBehind()).hasSize(1);
    assertThat(isGone("pid")).isTrue();
  }

  @Test
  void afterTheTimeLimitNoChildIsLeft() throws Exception {
    String script =
        "trap '' TERM; sh -c 'trap \"\" TERM; echo $$ > pid; sleep 300; sleep 300' & wait; wait";
    assertThat(sessions.run(sh(script).within(Duration.ofMillis(500))))
        .isInstanceOf(TimedOut.class);
    assertThat(isGone("pid")).isTrue();
  }

  @Test
  void closingProgramsEndsSessionsWithTheirChildren() throws Exception {
    AtomicReference<ProgramResult> result = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(() -> result.set(sessions.run(sh("sleep 300 & echo $! > pid; wait"))));
    await("pid");
    programs.close();
    caller.join(10_000);
    assertThat(result.get()).isInstanceOf(Stopped.class);
    assertThat(isGone("pid")).isTrue();
    assertThat(registered()).isEmpty();
  }

  @Test
  void whatAKilledFerryLeftIsEndedByTheNextAndNothingElse() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "300").start();
    Process ferry = startFerry("sleep 300 & echo $! > pid; wait");
    try {
      await("pid");
      assertThat(sessions.endLeftovers()).as("its owner lives").isEmpty();
      ferry.destroyForcibly().waitFor();
      assertThat(registered()).hasSize(1);
      assertThat(isGone("pid")).isFalse();

      assertThat(sessions.endLeftovers()).isNotEmpty();
      assertThat(isGone("pid")).isTrue();
      assertThat(registered()).isEmpty();
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      ferry.destroyForcibly();
      bystander.destroyForcibly();
    }
  }

  @Test
  void aTerminatedFerryEndsItsSessionsItself() throws Exception {
    Process ferry = startFerry("sleep 300 & echo $! > pid; wait");
    try {
      await("pid");
      ferry.destroy();
      assertThat(ferry.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(isGone("pid")).isTrue();
    } finally {
      ferry.destroyForcibly();
    }
  }

  @Test
  void aNumberThatWasGivenAnewIsLeftAlone() throws Exception {
    Process bystander = new ProcessBuilder("setsid", "sleep", "300").start();
    try {
      Files.createDirectories(register);
      ProcessIdentity real = ProcessIdentity.of(bystander.pid()).orElseThrow();
      ProcessIdentity earlier =
          new ProcessIdentity(real.pid(), real.start() + "1", real.boot(), real.machine());
      ProcessIdentity deadOwner =
          new ProcessIdentity(ProcessHandle.current().pid(), "1", real.boot(), real.machine());
      Path entry = register.resolve("some-id.session");
      Files.write(entry, List.of(deadOwner.line(), earlier.line()));
      assertThat(sessions.endLeftovers()).isEmpty();
      assertThat(entry).doesNotExist();
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void anOwnerOnAnotherMachineIsNotTakenForDead() {
    ProcessIdentity here = ProcessIdentity.current();
    assertThat(here.state()).isEqualTo(ProcessIdentity.State.ALIVE);
    assertThat(new ProcessIdentity(here.pid(), here.start(), "other,pid:[1]", "elsewhere").state())
        .isEqualTo(ProcessIdentity.State.UNKNOWN);
    assertThat(
            new ProcessIdentity(here.pid(), here.start(), "other,pid:[1]", here.machine()).state())
        .as("the machine was started again")
        .isEqualTo(ProcessIdentity.State.DEAD);
    assertThat(ProcessIdentity.parse(here.line())).contains(here);
    assertThat(ProcessIdentity.parse("torn")).isEmpty();
  }

  @Test
  void psListingsAreReadWithoutTheDead() {
    String listing = "   12    12 Ss\n   13    12 R+\n   14    12 Z\n   15    15 S\n";
    assertThat(ProcessGroups.parse(listing, 12)).containsExactly(12L, 13L);
  }

  /** Another ferry, as far as sessions go: its own JVM that runs one script. */
  private Process startFerry(String script) throws IOException {
    List<String> argv =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OneSession.class.getName(),
            directory.toString(),
            register.toString(),
            script);
    return new ProcessBuilder(argv)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("ferry.log").toFile())
        .start();
  }

  /** The main class of {@link #startFerry}. */
  static final class OneSession {
    public static void main(String[] arguments) {
      try (Programs programs = new Programs()) {
        Sessions sessions = new Sessions(programs, Path.of(arguments[1]), PATH);
        ProgramResult unused =
            sessions.run(
                ProgramRequest.of(List.of("sh", "-c", arguments[2]), Path.of(arguments[0]), PATH));
      }
    }
  }

  private List<Path> registered() throws IOException {
    try (Stream<Path> files = Files.list(register)) {
      return new ArrayList<>(files.toList());
    }
  }

  private void await(String file) throws Exception {
    for (int i = 0; i < 500 && pid(file).isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(pid(file)).isNotEmpty();
  }

  private String pid(String file) throws IOException {
    Path path = directory.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : "";
  }

  private boolean isGone(String file) throws IOException {
    return ProcStat.of(Long.parseLong(pid(file))).filter(ProcStat::runs).isEmpty();
  }

  private static Duration ofSeconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private ProgramRequest sh(String script) {
    return ProgramRequest.of(List.of("sh", "-c", script), directory, PATH);
  }

  private static Ended ended(ProgramResult result) {
    assertThat(result).isInstanceOf(Ended.class);
    return (Ended) result;
  }
}
