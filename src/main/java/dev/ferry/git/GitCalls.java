package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.process.Conversation;
import dev.ferry.process.Output;
import dev.ferry.process.ProgramNotStartedException;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of git in one directory. Immutable; the methods that change something give a copy. A call
 * that must succeed and does not ends in a problem with git's own words, credentials taken out.
 */
final class GitCalls {
  /**
   * No hook, no monitor, no maintenance behind our back, no submodule, patterns taken literally.
   */
  private static final List<String> ALWAYS =
      List.of(
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "gc.auto=0",
          "-c",
          "maintenance.auto=false",
          "-c",
          "submodule.recurse=false",
          "--literal-pathspecs");

  private static final Duration USUAL_TIME = Duration.ofMinutes(10);

  private final Git git;
  private final Path directory;
  private final Map<String, String> environment;
  private final List<String> options;

  GitCalls(Git git, Path directory, Map<String, String> environment, List<String> options) {
    this.git = git;
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.options = List.copyOf(options);
  }

  GitCalls with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new GitCalls(git, directory, more, options);
  }

  GitCalls config(String key, String value) {
    return and(List.of("-c", key + "=" + value));
  }

  /** Writes reach the disk before the call returns. */
  GitCalls durably() {
    return and(git.durability());
  }

  private GitCalls and(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new GitCalls(git, directory, environment, all);
  }

  /** Runs git, which has to succeed. */
  Output run(String... arguments) {
    return run(null, List.of(arguments));
  }

  Output run(byte @Nullable [] input, List<String> arguments) {
    Ended ended = attempt(input, arguments);
    if (!ended.succeeded()) {
      throw failed(arguments, ended.output().errorText());
    }
    if (ended.output().truncated()) {
      throw failed(arguments, "more output than ferry keeps");
    }
    return ended.output();
  }

  /** Runs git, whatever comes of it. */
  Ended attempt(String... arguments) {
    return attempt(null, List.of(arguments));
  }

  Ended attempt(byte @Nullable [] input, List<String> arguments) {
    return attempt(input, arguments, USUAL_TIME);
  }

  Ended attempt(byte @Nullable [] input, List<String> arguments, Duration limit) {
    ProgramRequest request = request(arguments).within(limit);
    ProgramResult result = git.programs().run(input == null ? request : request.reading(input));
    return switch (result) {
      case Ended ended -> ended;
      case ProgramResult.NotStarted why -> throw notStarted(why);
      case ProgramResult.TimedOut late -> throw failed(arguments, "no end after " + limit);
      case ProgramResult.Stopped stopped -> throw new StoppedException();
    };
  }

  /** Runs git where every ending has to be told apart. */
  ProgramResult result(List<String> arguments, Duration limit) {
    return git.programs().run(request(arguments).within(limit));
  }

  /** Starts a git to talk with. */
  Conversation converse(String... arguments) {
    try {
      return git.programs().converse(request(List.of(arguments)));
    } catch (ProgramNotStartedException e) {
      throw notStarted(e.why());
    }
  }

  private ProgramRequest request(List<String> arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Git.PROGRAM);
    argv.addAll(ALWAYS);
    argv.addAll(options);
    argv.addAll(arguments);
    return ProgramRequest.of(argv, directory, environment);
  }

  private ProblemException notStarted(ProgramResult.NotStarted why) {
    boolean noDirectory = why.reason() == ProgramResult.Reason.REFUSED;
    return new ProblemException(
        noDirectory
            ? Problem.of(Code.G007, Git.PROGRAM, why.detail())
            : Problem.of(Code.G002, why.detail()));
  }

  static ProblemException failed(List<String> arguments, String why) {
    String subcommand = arguments.isEmpty() ? Git.PROGRAM : arguments.getFirst();
    return new ProblemException(Problem.of(Code.G007, subcommand, Credentials.redacted(why)));
  }
}
