package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry status --watch}, as a process of its own whose output is no terminal. */
final class StatusWatchIT {
  @TempDir Path temporary = Path.of("");

  @Test
  void printsAgainWhereSomethingIsAnotherAndEndsByCtrlC() throws Exception {
    RealRepository shop =
        RealRepository.at(temporary.resolve("shop"))
            .file("labs/__init__.py")
            .file("labs/one.py", "A = 1")
            .file("labs/two.py", "B = 1")
            .file("batches/batch_core.tsv", "labs.one\tlabs/one.py\tcore/one.py")
            .commit("open");
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process ferry = BuiltFerry.in(shop.root()).start(out, err, "status", "--watch");
    try {
      Waiting.until("the first look", () -> Files.readString(err).contains("looking again"));
      assertThat(Files.readString(out).lines())
          .singleElement()
          .asString()
          .startsWith("batch_core.tsv")
          .endsWith("| total:  1  done:  0  rem:  1  next:labs.one");

      shop.file(
          "batches/batch_core.tsv",
          "labs.one\tlabs/one.py\tcore/one.py",
          "labs.two\tlabs/two.py\tcore/two.py");
      Waiting.until("the longer batch", () -> Files.readString(out).contains("total:  2"));
      shop.file("batches/batch_core.tsv", "labs.one\tlabs/one.py");
      Waiting.until("the broken batch", () -> Files.readString(err).contains("error[FRY-B"));
      assertThat(Files.readString(out).lines().filter(it -> it.contains("total:  1")).count())
          .as("what is the same is not printed again")
          .isLessThanOrEqualTo(2);

      Waiting.signal("INT", ferry);
      assertThat(ferry.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(ferry.exitValue()).isEqualTo(130);
      assertThat(Files.readString(out)).doesNotContain("\u001b");
      assertThat(Files.readString(err)).doesNotContain("FRY-U");
    } finally {
      ferry.destroyForcibly();
    }
  }
}
