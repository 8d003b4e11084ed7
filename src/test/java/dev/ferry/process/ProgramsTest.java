package dev.ferry.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.process.ProgramResult.Ended;
import dev.ferry.process.ProgramResult.NotStarted;
import dev.ferry.process.ProgramResult.Reason;
import dev.ferry.process.ProgramResult.Stopped;
import dev.ferry.process.ProgramResult.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsTest {
  private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

  @TempDir Path directory;
  private final Programs programs = new Programs();

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void outputErrorsAndExitCodeComeApart() {
    Ended ended = ended(programs.run(sh("echo out; echo err >&2; exit 7")));
    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.output().text()).isEqualTo("out\n");
    assertThat(ended.output().errorText()).isEqualTo("err");
    assertThat(ended.output().truncated()).isFalse();
  }

  @Test
  void aProgramWithoutInputReadsAnEmptyOne() {
    assertThat(ended(programs.run(sh("cat; echo end"))).output().text()).isEqualTo("end\n");
  }

  @Test
  void inputLargerThanAPipeGoesInWhileOutputComesOut() {
    byte[] input = "x".repeat(3 << 20).getBytes(UTF_8);
    Ended ended = ended(programs.run(sh("cat").reading(input)));
    assertThat(ended.output().stdout()).isEqualTo(input);
  }

  @Test
  void aProgramThatDoesNotReadItsInputDoesNotFail() {
    byte[] input = new byte[3 << 20];
    assertThat(ended(programs.run(sh("exit 0").reading(input))).succeeded()).isTrue();
  }

  @Test
  void nothingOfFerrysOwnEnvironmentIsSeen() {
    Ended ended = ended(programs.run(ProgramRequest.of(List.of("env"), directory, PATH)));
    assertThat(ended.output().text().lines()).containsExactly("PATH=/usr/bin:/bin");
  }

  @Test
  void argumentsAreNeverReadByAShell() {
    List<String> argv = List.of("printf", "%s\n", "$(id) ; * `id` \"'");
    assertThat(ended(programs.run(ProgramRequest.of(argv, directory, PATH))).output().text())
        .isEqualTo("$(id) ; * `id` \"'\n");
  }

  @Test
  void aFloodIsCutInMemoryAndDoesNotBlockTheProgram() {
    ProgramRequest flood =
        sh("head -c 50000000 /dev/zero; echo done >&2").into(new OutputTarget.Memory(1000));
    Ended ended = ended(programs.run(flood));
    assertThat(ended.output().stdout()).hasSize(1000);
    assertThat(ended.output().truncated()).isTrue();
    assertThat(ended.output().errorText()).isEqualTo("done");
  }

  @Test
  void aFloodIntoALogKeepsItsBeginningAndItsEnd() throws IOException {
    Path log = directory.resolve("log");
    ProgramRequest flood =
        sh("echo first; seq 1 1000000; echo last >&2").into(new OutputTarget.Log(log, 1000));
    assertThat(ended(programs.run(flood)).output().truncated()).isTrue();
    String text = Files.readString(log);
    assertThat(text).startsWith("first\n1\n2\n").endsWith("1000000\nlast\n");
    assertThat(text).contains("bytes left out").hasSizeLessThan(1100);
  }

  @Test
  void aShortLogIsWhole() throws IOException {
    Path log = directory.resolve("log");
    Ended ended = ended(programs.run(sh("seq 1 100").into(new OutputTarget.Log(log, 1000))));
    assertThat(ended.output().truncated()).isFalse();
    assertThat(Files.readString(log).lines()).hasSize(100).endsWith("100");
  }

  @Test
  void aLogThatCannotBeWrittenDoesNotBlockTheProgram() {
    ProgramRequest request =
        sh("head -c 50000000 /dev/zero").into(new OutputTarget.Log(Path.of("/dev/full"), 1000));
    assertThat(ended(programs.run(request)).output().truncated()).isTrue();
  }

  @Test
  void aProgramBeyondItsTimeIsEnded() {
    ProgramResult result = programs.run(sh("echo begun; sleep 60").within(Duration.ofMillis(300)));
    assertThat(result).isInstanceOf(TimedOut.class);
    TimedOut timedOut = (TimedOut) result;
    assertThat(timedOut.output().text()).isEqualTo("begun\n");
    assertThat(timedOut.took()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
  }

  @Test
  void aProgramThatIgnoresTheRequestToEndIsKilled() {
    ProgramResult result =
        programs.run(
            sh("trap '' TERM; while :; do sleep 0.1; done").within(Duration.ofMillis(200)));
    assertThat(result).isInstanceOf(TimedOut.class);
  }

  @Test
  void aMissingProgramIsToldAsSuch() {
    ProgramRequest request = ProgramRequest.of(List.of("no-such-program"), directory, PATH);
    assertThat(programs.run(request))
        .isEqualTo(new NotStarted(Reason.NOT_FOUND, "no-such-program", "not in PATH"));
  }

  @Test
  void aFileThatMayNotBeExecutedIsToldAsSuch() throws IOException {
    Files.writeString(directory.resolve("plain"), "text");
    assertThat(programs.run(ProgramRequest.of(List.of("./plain"), directory, PATH)))
        .isInstanceOfSatisfying(
            NotStarted.class, why -> assertThat(why.reason()).isEqualTo(Reason.NOT_EXECUTABLE));
  }

  @Test
  void aScriptWhoseInterpreterIsGoneIsToldAsMissing() throws IOException {
    Path script = Files.writeString(directory.resolve("pytest"), "#!/gone/python -s\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(programs.run(ProgramRequest.of(List.of("./pytest"), directory, PATH)))
        .isInstanceOfSatisfying(
            NotStarted.class,
            why -> {
              assertThat(why.reason()).isEqualTo(Reason.NOT_FOUND);
              assertThat(why.detail()).contains("/gone/python");
            });
  }

  @Test
  void aMissingDirectoryIsToldAsSuch() {
    ProgramRequest request = ProgramRequest.of(List.of("true"), directory.resolve("gone"), PATH);
    assertThat(programs.run(request))
        .isInstanceOfSatisfying(
            NotStarted.class, why -> assertThat(why.detail()).contains("no such directory"));
  }

  @Test
  void aSignalIsReadFromTheExitCode() {
    assertThat(ended(programs.run(sh("kill -9 $$"))).signal()).isEqualTo(9);
    assertThat(ended(programs.run(sh("exit 1"))).signal()).isZero();
  }

  @Test
  void anInterruptEndsTheProgramAndStaysVisible() throws InterruptedException {
    AtomicReference<ProgramResult> result = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  result.set(programs.run(sh("sleep 60")));
                  assertThat(Thread.currentThread().isInterrupted()).isTrue();
                });
    Thread.sleep(300);
    caller.interrupt();
    caller.join(10_000);
    assertThat(result.get()).isInstanceOf(Stopped.class);
  }

  @Test
  void aBackgroundChildThatHoldsTheOutputDoesNotHoldTheCaller() {
    Ended ended = ended(programs.run(sh("sleep 20 & echo out; sleep 1")));
    assertThat(ended.output().text()).isEqualTo("out\n");
    assertThat(ended.output().truncated()).as("more might have come").isTrue();
    assertThat(ended.took()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void closingEndsConversations() throws IOException {
    Conversation cat = programs.converse(ProgramRequest.of(List.of("cat"), directory, PATH));
    cat.input().write("hello\n".getBytes(UTF_8));
    cat.input().flush();
    assertThat(new String(cat.output().readNBytes(6), UTF_8)).isEqualTo("hello\n");
    programs.close();
    assertThat(cat.isAlive()).isFalse();
  }

  @Test
  void theAllowListLeavesTokensOut() {
    Map<String, String> outer =
        Map.of("PATH", "/bin", "LC_ALL", "C", "GITHUB_TOKEN", "secret", "MY_FLAG", "1");
    assertThat(EnvironmentAllowList.usual().select(outer)).containsOnlyKeys("PATH", "LC_ALL");
    assertThat(EnvironmentAllowList.usual().and(List.of("MY_*")).select(outer))
        .containsOnlyKeys("PATH", "LC_ALL", "MY_FLAG");
  }

  private ProgramRequest sh(String script) {
    return ProgramRequest.of(List.of("sh", "-c", script), directory, PATH);
  }

  private static Ended ended(ProgramResult result) {
    assertThat(result).isInstanceOf(Ended.class);
    return (Ended) result;
  }
}
