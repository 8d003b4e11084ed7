package dev.ferry.run.demo;

import dev.ferry.git.Git;
import dev.ferry.git.NewRepository;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.process.OutputTarget;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the sample monorepo: its files, a virtual environment with pytest, a repository with one
 * commit.
 */
public final class Demo {
  /** The release that ferry's own tests run with. */
  private static final String PYTEST = "pytest==9.2.0";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOG = 1 << 20;

  private final Programs programs;
  private final Map<String, String> environment;
  private final Consumer<String> narration;

  /**
   * @param environment the variables that ferry was started with
   * @param narration hears what is done, a line at a time
   */
  public Demo(Programs programs, Map<String, String> environment, Consumer<String> narration) {
    this.programs = programs;
    this.environment = environment;
    this.narration = narration;
  }

  /**
   * Makes the sample in a directory that is empty or not there yet.
   *
   * @throws ProblemException where it holds something, or where Python or pytest cannot be had
   */
  public void makeIn(Path directory) {
    try {
      refuseFull(directory);
      Files.createDirectories(directory);
      narration.accept("writing a sample monorepo to " + directory);
      SampleFiles.writeTo(directory);
      Files.writeString(directory.resolve(".gitignore"), ".venv/\n__pycache__/\n*.done\n");
      makeEnvironment(directory);
      NewRepository.create(new Git(programs, environment), directory);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.R040, directory.toString(), String.valueOf(e.getMessage())));
    }
  }

  private static void refuseFull(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new ProblemException(Problem.of(Code.R041, directory.toString()));
      }
    }
  }

  /** As a user's project has it: {@code .venv} beside the sources, with pytest. */
  private void makeEnvironment(Path directory) {
    narration.accept("making a virtual environment with pytest (.venv)");
    run(directory, List.of("python3", "-m", "venv", ".venv"), Code.R042);
    String python = directory.resolve(".venv/bin/python").toString();
    run(
        directory,
        List.of(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PYTEST),
        Code.R043);
  }

  private void run(Path directory, List<String> command, Code otherwise) {
    ProgramResult result =
        programs.run(
            ProgramRequest.of(command, directory, environment)
                .within(PATIENCE)
                .into(new OutputTarget.Memory(LOG)));
    String why =
        switch (result) {
          case ProgramResult.Ended ended ->
              ended.succeeded() ? "" : lastLine(ended.output().errorText() + ended.output().text());
          case ProgramResult.TimedOut _ -> "no end after " + PATIENCE.toMinutes() + " minutes";
          case ProgramResult.Stopped _ -> "stopped";
          case ProgramResult.NotStarted notStarted -> notStarted.detail();
        };
    boolean failed = !(result instanceof ProgramResult.Ended ended && ended.succeeded());
    if (failed) {
      throw new ProblemException(Problem.of(otherwise, String.join(" ", command), why));
    }
  }

  private static String lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("no output");
  }
}
