package dev.ferry.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A program to start. Begins with {@link #of}; the other methods give copies with one thing
 * changed.
 *
 * @param argv the program and its arguments; a program without a slash is looked up in the {@code
 *     PATH} of {@code environment}, one with a slash is taken from {@code directory}
 * @param directory where it runs
 * @param environment all of its environment: nothing of ferry's own is added
 * @param input what it reads from its standard input; null for an empty one
 * @param timeLimit how long it may run
 * @param output where its output goes, and how much of it is kept
 */
public record ProgramRequest(
    List<String> argv,
    Path directory,
    Map<String, String> environment,
    byte @Nullable [] input,
    Duration timeLimit,
    OutputTarget output) {
  private static final Duration USUAL_TIME = Duration.ofMinutes(10);
  private static final long USUAL_OUTPUT = 64L << 20;

  public ProgramRequest {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
    if (argv.isEmpty() || argv.getFirst().isEmpty()) {
      throw new IllegalArgumentException("no program named");
    }
    for (String argument : argv) {
      if (argument.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("an argument holds NUL: " + argument);
      }
    }
  }

  /** Ten minutes, no input, 64 MB of each stream kept in memory. */
  public static ProgramRequest of(
      List<String> argv, Path directory, Map<String, String> environment) {
    return new ProgramRequest(
        argv, directory, environment, null, USUAL_TIME, new OutputTarget.Memory(USUAL_OUTPUT));
  }

  public ProgramRequest reading(byte[] bytes) {
    return new ProgramRequest(argv, directory, environment, bytes, timeLimit, output);
  }

  public ProgramRequest within(Duration limit) {
    return new ProgramRequest(argv, directory, environment, input, limit, output);
  }

  public ProgramRequest into(OutputTarget target) {
    return new ProgramRequest(argv, directory, environment, input, timeLimit, target);
  }

  ProgramRequest with(List<String> otherArgv, Map<String, String> otherEnvironment) {
    return new ProgramRequest(otherArgv, directory, otherEnvironment, input, timeLimit, output);
  }
}
