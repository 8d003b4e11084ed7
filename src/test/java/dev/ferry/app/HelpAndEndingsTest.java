package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpAndEndingsTest {
  @TempDir private Path directory;

  @Test
  void commandsStandByWhatTheyAreFor() {
    String help = CommandRun.directory(directory).ferry("--help").out();

    assertThat(help)
        .containsSubsequence(
            "\nBegin:\n",
            "  doctor ",
            "\nPrepare batches:\n",
            "  check ",
            "\nMove modules:\n",
            "  next ",
            "\nPublish:\n",
            "  push ",
            "\nLook back:\n",
            "  explain ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "demo", "init", "doctor", "plan", "check", "status", "next", "run", "move", "push",
        "log", "show", "diff", "explain", "help", "retry", "skip", "revert", "fix", "gate", "lanes",
        "shims", "restack", "ledger", "gc"
      })
  void helpFitsEightyColumns(String command) {
    CommandRun here = CommandRun.directory(directory);
    var ended = command.isEmpty() ? here.ferry("help") : here.ferry("help", command);

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).startsWith("Usage: ferry");
    assertThat(ended.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whatIsNoCommandIsToldInPlainWords() {
    CommandRun here = CommandRun.directory(directory);

    assertThat(here.ferry("intergrate").err())
        .startsWith("error[FRY-U001] there is no command 'intergrate'\n");
    assertThat(here.ferry("help", "intergrate").exit()).isEqualTo(2);
    assertThat(here.ferry("mvoe", "a", "b").err())
        .startsWith("error[FRY-U001] there is no command 'mvoe'; move is the nearest\n");
    assertThat(here.ferry("help", "stauts").err()).contains("status is the nearest");
    assertThat(here.ferry("explain", "smok").err()).contains("smoke is the nearest");
    assertThat(here.ferry("zz").err()).startsWith("error[FRY-U001] there is no command 'zz'\n");
    assertThat(here.ferry("diff", "a", "b").err())
        .startsWith("error[FRY-U001] b is one argument too many\n");
  }

  @Test
  void aDirectoryThatIsNotThereIsAMistakeOfTheUser() {
    var ended = CommandRun.directory(directory).ferry("-C", "nowhere", "status");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[FRY-U026]").contains("nowhere");
  }

  @Test
  void anotherRepositoryIsNamedByItsDirectory() {
    CommandRun.sample(directory.resolve("a"));

    assertThat(CommandRun.directory(directory).ferry("-C", "a", "status").out())
        .startsWith("batch_core.tsv ")
        .contains("total:  2  done:  0  rem:  2  next:labs.clock");
  }

  @Test
  void aReaderThatHasReadEnoughEndsAPatchInSilence() {
    CommandRun checkout = CommandRun.sample(directory);
    checkout.ferry("next");
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(closed, true, StandardCharsets.UTF_8),
            closed,
            new PrintWriter(err, true, StandardCharsets.UTF_8),
            new Surroundings.Terminal(false, false, 0),
            java.util.Map.of("PATH", System.getenv("PATH")),
            directory,
            "0");

    assertThat(Main.run(surroundings, "diff", "labs.clock")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
