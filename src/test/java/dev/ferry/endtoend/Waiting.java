package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waits for what other processes do. */
final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Waiting() {}

  /** Something that comes true by and by. */
  interface Condition {
    boolean holds() throws IOException;
  }

  static void until(String what, Condition condition) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.holds()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.sleep(20);
    }
  }

  /** What a process wrote to all the time is not written to any more. */
  static void assertSilent(Path beat) throws IOException, InterruptedException {
    long size = Files.size(beat);
    Thread.sleep(600);
    assertThat(Files.size(beat)).as("somebody still writes to " + beat).isEqualTo(size);
  }

  static void signal(String name, Process process) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }
}
