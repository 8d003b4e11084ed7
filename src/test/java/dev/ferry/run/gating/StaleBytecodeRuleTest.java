package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.probe.Revision;
import dev.ferry.probe.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 4: no compiled code of another tree is ever run. */
final class StaleBytecodeRuleTest {
  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void bytecodeIsWrittenOutsideTheSlot() throws IOException {
    Revision base = fixture.repository.commit("base");

    fixture.moved().onlyResult(base);

    try (var files = Files.walk(fixture.workplace().root())) {
      assertThat(files.filter(file -> file.endsWith("__pycache__"))).isEmpty();
    }
    try (var files = Files.walk(fixture.workplace().belongings().resolve("compiled"))) {
      assertThat(files.filter(file -> file.toString().contains("app.cpython")))
          .as("Python did write it: without, this class would prove nothing")
          .isNotEmpty();
    }
  }

  /** All files of a checkout get one time, as on a coarse clock. */
  static Workplace sameTimes(Workplace slot) {
    return new OtherCheckout(
        slot,
        commit -> {
          slot.checkout(commit);
          try (var files = Files.walk(slot.root())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".py")).toList()) {
              Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
