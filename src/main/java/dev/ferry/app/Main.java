package dev.ferry.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: one run of the command line, ended by its exit code. */
@Command(
    name = "ferry",
    description = "Moves Python modules across a codebase, in batches.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {
  private final CommandLine commandLine;

  private Main(PrintWriter out, PrintWriter err) {
    commandLine = new CommandLine(this).setOut(out).setErr(err);
  }

  /** Runs ferry with {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new Main(out, err).commandLine.execute(arguments);
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
  }
}
