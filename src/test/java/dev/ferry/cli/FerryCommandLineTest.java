package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Problem;
import dev.ferry.run.Instruments;
import dev.ferry.run.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How commands end that fail in a way that nobody thought of. */
final class FerryCommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Rooms that fail to open. */
  private record Failing(Error fault) implements Rooms {
    @Override
    public Workbench open(
        Path directory, GlobalOptions options, Surroundings around, Consumer<Problem> told) {
      throw fault;
    }

    @Override
    public Instruments instruments(Surroundings surroundings) {
      throw fault;
    }
  }

  private int ferry(Error fault, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true, StandardCharsets.UTF_8),
            out,
            new PrintWriter(err, true, StandardCharsets.UTF_8),
            new Surroundings.Terminal(false, false, 0),
            Map.of(),
            Path.of("").toAbsolutePath(),
            "1");
    return FerryCommandLine.run(surroundings, new Failing(fault), arguments);
  }

  @Test
  void anErrorOfFerrysOwnIsToldAsAFaultAndNotAsAnInterruption() {
    assertThat(ferry(new NoSuchMethodError("gone"), "status")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            error[FRY-U002] ferry itself failed: NoSuchMethodError: gone
              fix: run the command again with -v for the details, and report them; nothing was left half done
            """);
  }

  @Test
  void whereItHappenedIsShownWhenAskedFor() {
    assertThat(ferry(new StackOverflowError(), "status", "-v")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error[FRY-U002] ferry itself failed: StackOverflowError: null\n")
        .contains("\tat dev.ferry.cli.FerryCommandLineTest");
  }
}
