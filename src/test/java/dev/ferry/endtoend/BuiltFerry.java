package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs the jar that Maven built, as its users do: a process of its own, judged by what it prints.
 */
final class BuiltFerry {
  private static final String HEARING =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
          + " os.execv(sys.argv[1], sys.argv[1:])";

  /** The options that the launcher gives. */
  static final List<String> AS_LAUNCHED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable");

  private static final Path JAR =
      Path.of(System.getProperty("ferry.test.jar", "target/ferry.jar")).toAbsolutePath();
  private static final long LIMIT_SECONDS = 180;

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  private BuiltFerry(Path directory) {
    this.directory = directory;
  }

  /** A ferry that is started in {@code directory}. */
  static BuiltFerry in(Path directory) {
    if (!Files.isRegularFile(JAR)) {
      throw new IllegalStateException(JAR + " is not built: run these tests through ./mvnw verify");
    }
    return new BuiltFerry(directory);
  }

  BuiltFerry with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What a run left behind. */
  record Ended(int exit, String out, String err) {
    /** Both streams and the exit code, for the message of a failed assertion. */
    String all() {
      return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  Ended run(String... arguments) {
    try {
      Path said = Files.createTempDirectory("ferry-said-");
      try {
        return run(said.resolve("out"), said.resolve("err"), arguments);
      } finally {
        DeletedTree.delete(said);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Ended run(Path out, Path err, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(out, err, arguments);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "ferry " + List.of(arguments) + " did not end; it had said:\n" + read(err));
    }
    return new Ended(process.exitValue(), read(out), read(err));
  }

  /** Starts without waiting: for tests that kill it. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> argv = new ArrayList<>();
    // a shell that runs the build in the background makes its children deaf to SIGINT
    argv.addAll(List.of(Shop.python().toString(), "-c", HEARING));
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(AS_LAUNCHED);
    argv.addAll(StartCache.options(JAR));
    argv.add("-jar");
    argv.add(JAR.toString());
    argv.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
    Map<String, String> variables = builder.environment();
    // what the machine that runs the tests has set must not decide what they find
    variables.keySet().removeIf(name -> name.startsWith("FERRY_") || name.startsWith("GIT_"));
    variables.remove("PYTHONDONTWRITEBYTECODE");
    variables.remove("VIRTUAL_ENV");
    variables.remove("BATCH_FILE");
    variables.putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
