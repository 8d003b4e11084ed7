package dev.ferry.app;

import dev.ferry.cli.FerryCommandLine;
import dev.ferry.cli.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The program's entry: one run of the command line, ended by its exit code. */
public final class Main {
  private Main() {}

  /** Runs ferry with {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    Surroundings surroundings = surroundings(out, err, System.getenv());
    Thread interrupted =
        new Thread(() -> FerryCommandLine.interrupted(surroundings), "interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    int exit = run(surroundings, arguments);
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException beingEnded) {
      return; // the signal's own exit code stands
    }
    System.exit(exit);
  }

  static int run(Surroundings surroundings, String... arguments) {
    return FerryCommandLine.run(surroundings, new Wiring(), arguments);
  }

  static Surroundings surroundings(
      OutputStream out, OutputStream err, Map<String, String> environment) {
    return new Surroundings(
        new PrintWriter(out, true, StandardCharsets.UTF_8),
        out,
        new PrintWriter(err, true, StandardCharsets.UTF_8),
        TerminalProbe.probe(environment),
        environment,
        Path.of("").toAbsolutePath(),
        Version.text());
  }
}
