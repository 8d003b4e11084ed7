package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the built program, where only a process of its own shows how they end. */
final class CommandsIT {
  @TempDir private Path directory;

  @BeforeEach
  void repository() throws Exception {
    write("labs/__init__.py", "");
    write("labs/clock.py", "def now():\n    return 0\n");
    write("core/__init__.py", "");
    write("batches/batch_core.tsv", "labs.clock\tlabs/clock.py\tcore/clock.py\n");
    write("ferry.yaml", "gates: [schema, history]\n");
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Ada Example");
    git("config", "user.email", "ada@example.org");
    git("add", "-A");
    git("commit", "-q", "-m", "state");
  }

  @Test
  void aModuleIsCheckedIntegratedToldAndPushed() throws Exception {
    BuiltFerry ferry = BuiltFerry.in(directory);
    git("init", "-q", "--bare", "remote.git");
    git("remote", "add", "origin", directory.resolve("remote.git").toString());

    assertThat(ferry.run("check").exit()).isZero();
    assertThat(ferry.run("push").exit()).isEqualTo(3);
    assertThat(ferry.run("next").exit()).isZero();
    assertThat(ferry.run("log").out()).contains("integrated").contains("labs.clock");
    assertThat(ferry.run("diff", "labs.clock").out()).contains("rename to core/clock.py");
    assertThat(ferry.run("push").out()).isEqualTo("PR READY: feat/integrate-labs-clock\n");
  }

  @Test
  void aTerminatedRunSaysHowToGoOnAndLeavesNothingHalfDone() throws Exception {
    write("ferry.yaml", "gates: [slow]\ncommands: [{name: slow, argv: [sleep, '120']}]\n");
    Path out = directory.resolve(".git/out");
    Path err = directory.resolve(".git/err");
    Process process = BuiltFerry.in(directory).start(out, err, "next");
    waitFor(err, "INTEGRATE");

    process.destroy();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(text(err)).contains("error[FRY-U024] interrupted").doesNotContain("\tat ");
    assertThat(git("branch", "--list", "feat/*")).isEmpty();
    assertThat(git("status", "--porcelain")).isEqualTo(" M ferry.yaml\n");
  }

  private static void waitFor(Path file, String text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!text(file).contains(text)) {
      assertThat(System.nanoTime()).as(text(file)).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private void write(String path, String content) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private String git(String... arguments) throws Exception {
    String[] argv = new String[arguments.length + 1];
    argv[0] = "git";
    System.arraycopy(arguments, 0, argv, 1, arguments.length);
    Process process =
        new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
