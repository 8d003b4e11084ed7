package dev.ferry.probe;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.process.OutputTarget;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Programs;
import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.InterpreterFinding;
import dev.ferry.toolchain.Invocation;
import dev.ferry.toolchain.Toolchain;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the environment that the repository's tests run in, and asks it what it has. */
public final class EnvironmentSearch {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LONGEST_ANSWER = 32L << 20;

  private final Toolchain toolchain;
  private final Programs programs;
  private final Map<String, String> environment;

  /**
   * @param environment ferry's own
   */
  public EnvironmentSearch(
      Toolchain toolchain, Programs programs, Map<String, String> environment) {
    this.toolchain = toolchain;
    this.programs = programs;
    this.environment = Map.copyOf(environment);
  }

  /** How the search ends. */
  public sealed interface Result {
    /** It answers. Whether it has a test runner is said by {@link Environment#testRunner}. */
    record Ready(Environment environment) implements Result {
      /** What {@code ferry doctor} says of it: the environment, or what it lacks. */
      public Problem described() {
        return environment
            .testRunner()
            .map(
                version ->
                    Problem.of(
                        Code.E007,
                        environment.program(),
                        environment.version(),
                        environment.origin(),
                        version))
            .orElseGet(() -> Problem.of(Code.E005, environment.program()));
      }
    }

    /** There is none that could be used. */
    record Unusable(Problem why) implements Result {}
  }

  /**
   * @param checkout the user's checkout, as a real path
   * @param configured what the configuration names, if anything
   */
  public Result search(Path checkout, Optional<String> configured) {
    var around = new MachineSurroundings(environment);
    return switch (toolchain.find(checkout.toString(), configured, around)) {
      case InterpreterFinding.Missing(Problem why) -> new Result.Unusable(why);
      case InterpreterFinding.Found found -> ask(found, checkout);
    };
  }

  private Result ask(InterpreterFinding.Found found, Path checkout) {
    Invocation question = toolchain.interrogation(found);
    // from the root: with the checkout as its directory its files would be importable
    Path neutral = checkout.getRoot() == null ? checkout : checkout.getRoot();
    ProgramResult answer =
        programs.run(
            ProgramRequest.of(question.argv(), neutral, withoutPython())
                .reading(question.input())
                .within(PATIENCE)
                .into(new OutputTarget.Memory(LONGEST_ANSWER)));
    return switch (answer) {
      case ProgramResult.Ended ended -> understood(found, ended);
      case ProgramResult.TimedOut late ->
          silent(found, "no answer within " + PATIENCE.toSeconds() + " s");
      case ProgramResult.Stopped stopped ->
          new Result.Unusable(Problem.of(Code.T034, found.program()));
      case ProgramResult.NotStarted(var reason, String program, String detail) ->
          silent(found, detail);
    };
  }

  private Result understood(InterpreterFinding.Found found, ProgramResult.Ended ended) {
    if (!ended.succeeded()) {
      String told = ended.output().errorText().lines().reduce((a, b) -> b).orElse("");
      return silent(found, "exit code " + ended.exitCode() + (told.isEmpty() ? "" : ": " + told));
    }
    try {
      return new Result.Ready(toolchain.understand(found, ended.output().stdout()));
    } catch (UnreadableAnswerException notAnAnswer) {
      return silent(found, String.valueOf(notAnAnswer.getMessage()));
    }
  }

  private static Result silent(InterpreterFinding.Found found, String why) {
    return new Result.Unusable(Problem.of(Code.E004, found.program(), why));
  }

  /** PYTHONPATH and its like of the user's shell would colour the answer. */
  private Map<String, String> withoutPython() {
    Map<String, String> rest = new TreeMap<>(environment);
    rest.keySet().removeIf(name -> name.startsWith("PYTHON") && !name.equals("PYTHONUSERBASE"));
    return rest;
  }
}
