package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A checkout of its own, in which commands run in this process with everything wired as usual. */
public final class CommandRun {
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  private CommandRun(Path directory) {
    this.directory = directory;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", System.getProperty("java.io.tmpdir"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
  }

  /** A new repository on main, without a commit. */
  public static CommandRun repository(Path directory) {
    CommandRun run = directory(directory);
    run.git("init", "-q", "-b", "main");
    run.git("config", "user.name", "Ada Example");
    run.git("config", "user.email", "ada@example.org");
    return run;
  }

  /** A directory, whatever it is in. */
  static CommandRun directory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandRun(directory);
  }

  /**
   * A committed package {@code labs} of two modules, one of which imports the other, and a batch
   * that moves both; the gates need no interpreter.
   */
  public static CommandRun sample(Path directory) {
    return repository(directory)
        .file("labs/__init__.py", "")
        .file("labs/clock.py", "def now():\n    return 0\n")
        .file("labs/bell.py", "from labs.clock import now\n\n\ndef ring():\n    return now()\n")
        .file("core/__init__.py", "")
        .file("ferry.yaml", "gates: [schema, history]\n")
        .file(
            "batches/batch_core.tsv",
            "labs.clock\tlabs/clock.py\tcore/clock.py\n"
                + "labs.bell\tlabs/bell.py\tcore/bell.py\n")
        .commit();
  }

  CommandRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public CommandRun file(String path, String content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String path) {
    try {
      return Files.readString(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String path) {
    return Files.exists(directory.resolve(path));
  }

  public CommandRun commit() {
    git("add", "-A");
    git("commit", "-q", "-m", "state");
    return this;
  }

  /** How a command ended. */
  public record Ended(int exit, String out, String err) {}

  public Ended ferry(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true, StandardCharsets.UTF_8),
            out,
            new PrintWriter(err, true, StandardCharsets.UTF_8),
            new Surroundings.Terminal(false, false, 0),
            environment,
            directory,
            "0");
    int exit = Main.run(surroundings, arguments);
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a git command that must succeed prints. */
  public String git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("git %s: %s", argv, out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
