package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry lanes --watch}, as a process of its own whose output is no terminal. */
final class LaneWatchIT {
  @TempDir private Path temporary;

  private RealRepository shop() {
    return Shop.unfinished(temporary.resolve("shop"))
        .file(
            ".importlinter",
            "[importlinter]",
            "root_packages =",
            "    core",
            "    labs",
            "[importlinter:contract:a]",
            "name = Core keeps away",
            "type = forbidden",
            "source_modules = core",
            "forbidden_modules = labs")
        .commit("open");
  }

  @Test
  void printsAgainWhereTheOutcomeChangesWaitsWithoutWorkAndEndsByCtrlC() throws Exception {
    RealRepository shop = shop();
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process ferry = BuiltFerry.in(shop.root()).start(out, err, "lanes", "--watch");
    try {
      Waiting.until("the first judgement", () -> Files.readString(err).contains("watching"));
      assertThat(Files.readString(out)).endsWith("Contracts: 1 kept, 0 broken.\n");

      shop.file("core/deep/use.py", "import labs.clock");
      Waiting.until("the broken one", () -> Files.readString(out).contains("1 broken.\n"));
      assertThat(Files.readString(out))
          .contains("core.deep.use -> labs.clock (l.1)")
          .endsWith("Contracts: 0 kept, 1 broken.\n");

      shop.file(".importlinter", "[importlinter");
      Waiting.until("the unreadable one", () -> Files.readString(err).contains("error[FRY-N"));
      long before = Files.size(out);
      shop.git("checkout", "-q", ".importlinter");
      Waiting.until("the broken one again", () -> since(before, out).contains("1 broken.\n"));

      assertThat(idle(ferry)).isLessThan(Duration.ofMillis(900));
      long then = Files.size(out);
      shop.file("__pycache__/x.py", "ignored = 1").file("notes.txt", "nothing to do with it");
      shop.git("clean", "-fdq", "core/deep");
      Waiting.until("the kept one", () -> since(then, out).contains("1 kept, 0 broken.\n"));
      assertThat(since(then, out)).containsOnlyOnce("Contracts:");

      Waiting.signal("INT", ferry);
      assertThat(ferry.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(ferry.exitValue()).isEqualTo(130);
      assertThat(Files.readString(out)).doesNotContain("\u001b");
      assertThat(Files.readString(err)).doesNotContain("\u001b").doesNotContain("FRY-U");
    } finally {
      ferry.destroyForcibly();
    }
  }

  @Test
  void whatDoesNotChangeOrDoesNotEndIsRefused() throws IOException {
    RealRepository shop = shop();
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended commit = ferry.run("lanes", "HEAD", "--watch");
    assertThat(commit.exit()).as(commit.all()).isEqualTo(2);
    assertThat(commit.err()).contains("a commit does not change");
    BuiltFerry.Ended document = ferry.run("lanes", "--watch", "--format", "sarif");
    assertThat(document.exit()).as(document.all()).isEqualTo(2);
    assertThat(document.err()).contains("--watch prints text");
  }

  private static String since(long length, Path file) throws IOException {
    String all = Files.readString(file);
    return all.substring((int) Math.min(length, all.length()));
  }

  /** Processor time that the process spends while nothing changes for three seconds. */
  private static Duration idle(Process process) throws InterruptedException {
    Thread.sleep(1000); // whatever the last judgement left to do
    Duration before = process.info().totalCpuDuration().orElse(Duration.ZERO);
    Thread.sleep(3000);
    return process.info().totalCpuDuration().orElse(Duration.ZERO).minus(before);
  }
}
