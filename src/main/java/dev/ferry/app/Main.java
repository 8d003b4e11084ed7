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
        new Thread(() -> FerryCommandLine.interrupted(surroundings, arguments), "interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> endWithoutMemory(surroundings, thread, thrown));
    int exit = run(surroundings, arguments);
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException beingEnded) {
      return; // the signal's own exit code stands
    }
    System.exit(exit);
  }

  /** A thread that ends for lack of memory would leave the others waiting for it. */
  private static void endWithoutMemory(Surroundings surroundings, Thread thread, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError spent) {
      Runtime.getRuntime().halt(FerryCommandLine.outOfMemory(surroundings, spent));
    }
    surroundings.err().println("ferry: thread " + thread.getName() + " failed");
    thrown.printStackTrace(surroundings.err());
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
