package dev.ferry.cli;

import dev.ferry.git.StoppedException;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.view.Messages;
import dev.ferry.view.Palette;
import dev.ferry.view.ProblemText;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** All commands, and the one ladder from endings to exit codes. */
@Command(
    name = "ferry",
    description = {
      "Moves modules across a codebase, in batches: each on a branch of its own, with its history,"
          + " every reference rewritten and every gate passed, or not at all.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Begin with `ferry demo`, or in a repository of yours with `ferry doctor` and"
          + " `ferry move SRC DST`."
    })
public final class FerryCommandLine implements Runnable {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "print ferry's version")
  private boolean version;

  private final Context context;
  private final CommandLine commandLine;

  private FerryCommandLine(Surroundings surroundings, Rooms rooms, String... arguments) {
    this.context = new Context(options, surroundings, rooms);
    this.commandLine = new CommandLine(this);
    meant(arguments)
        .forEach((name, command) -> commandLine.addSubcommand(name, command.apply(context)));
    HelpLayout.apply(commandLine);
    commandLine
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(this::wrongUsage)
        .setExecutionExceptionHandler((thrown, line, result) -> ended(thrown));
  }

  /** Runs one command; the result is the process's exit code. */
  public static int run(Surroundings surroundings, Rooms rooms, String... arguments) {
    FerryCommandLine ferry = new FerryCommandLine(surroundings, rooms, arguments);
    try (Context _ = ferry.context) {
      return ferry.commandLine.execute(arguments);
    } catch (OutOfMemoryError spent) {
      return outOfMemory(surroundings, spent);
    } catch (Error fault) {
      // picocli hands on exceptions only; uncaught, it would end as if somebody had interrupted
      Problem problem = fault(fault);
      tellApart(surroundings, problem);
      if (ferry.options.verbose()) {
        fault.printStackTrace(surroundings.err());
      }
      return ExitCode.of(List.of(problem)).number();
    }
  }

  private static Problem fault(Throwable thrown) {
    String what = thrown.getClass().getSimpleName();
    return Problem.of(Code.U002, what, String.valueOf(thrown.getMessage()));
  }

  /** Says what ran out and what to type; the result is the process's exit code. */
  public static int outOfMemory(Surroundings surroundings, OutOfMemoryError spent) {
    Problem problem = SpentMemory.problem(spent, Runtime.getRuntime().maxMemory());
    tellApart(surroundings, problem);
    return ExitCode.of(List.of(problem)).number();
  }

  /**
   * Says, while the process is being ended from outside, how to go on; what watches is ended by
   * that, and leaves nothing to go on with.
   */
  public static void interrupted(Surroundings surroundings, String... arguments) {
    surroundings.err().println();
    if (!List.of(arguments).contains(LaneWatch.OPTION)) {
      tellApart(surroundings, Problem.of(Code.U024));
    }
  }

  /** Without the console of the command, which may be in the middle of something. */
  private static void tellApart(Surroundings surroundings, Problem problem) {
    Palette palette =
        Palette.choose(
            Palette.When.AUTO, surroundings.environment(), surroundings.terminal().err());
    surroundings.err().println(new ProblemText(Messages.load(), palette).render(problem));
    surroundings.err().flush();
  }

  /** By their names, in the order in which they are told. */
  private static Map<String, Function<Context, Object>> commands() {
    Map<String, Function<Context, Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("next", NextCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("fix", FixCommand::new);
    commands.put("retry", RetryCommand::new);
    commands.put("skip", SkipCommand::new);
    commands.put("revert", RevertCommand::new);
    commands.put("move", MoveCommand::new);
    commands.put("lanes", LanesCommand::new);
    commands.put("shims", ShimsCommand::new);
    commands.put("gate", GateCommand::new);
    commands.put("restack", RestackCommand::new);
    commands.put("push", PushCommand::new);
    commands.put("log", LogCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("ledger", LedgerCommand::new);
    commands.put("gc", GcCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("help", HelpCommand::new);
    return commands;
  }

  /**
   * The commands that a line can mean. Picocli reads the annotations of each one that is added,
   * which takes longer than most commands do; where the first word is one of them, it is that one.
   */
  private static Map<String, Function<Context, Object>> meant(String... arguments) {
    Map<String, Function<Context, Object>> all = commands();
    String first = arguments.length == 0 ? "" : arguments[0];
    return all.containsKey(first) && !first.equals(HelpCommand.NAME)
        ? Map.of(first, all.get(first))
        : all;
  }

  @Override
  public void run() {
    if (version) {
      context.console().data("ferry " + context.surroundings().version());
    } else {
      commandLine.usage(commandLine.getOut());
    }
  }

  /** In ferry's words where picocli's would puzzle. */
  private static String worded(ParameterException thrown) {
    if (thrown instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      boolean atTheTop = thrown.getCommandLine().getParent() == null;
      String word = unmatched.getUnmatched().getFirst();
      return atTheTop
          ? UnknownCommand.said(word, commands().keySet())
          : word + " is one argument too many";
    }
    return String.valueOf(thrown.getMessage());
  }

  private int wrongUsage(ParameterException thrown, String[] arguments) {
    CommandLine line = thrown.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    context.console().tell(List.of(Problem.of(Code.U001, worded(thrown), command)));
    if (thrown instanceof CommandLine.UnmatchedArgumentException unmatched
        && unmatched.isUnknownOption()) {
      PrintWriter err = context.surroundings().err();
      CommandLine.UnmatchedArgumentException.printSuggestions(thrown, err);
      err.flush();
    }
    return ExitCode.USAGE.number();
  }

  private int ended(Exception thrown) throws Exception {
    Optional<OutOfMemoryError> spent = SpentMemory.causeOf(thrown);
    if (spent.isPresent()) {
      throw spent.get(); // told once the command has let go of what it held, see run
    }
    if (thrown instanceof ProblemException known) {
      context.console().tell(known.problems());
      return ExitCode.of(known.problems()).number();
    }
    if (thrown instanceof StoppedException) {
      return ExitCode.INTERRUPTED.number(); // what interrupts says so, see interrupted
    }
    if (isBrokenPipe(thrown)) {
      return ExitCode.DONE.number(); // whoever read the output has read enough
    }
    if (thrown instanceof UncheckedIOException failed) {
      Throwable cause = failed.getCause();
      String why = cause == null ? "" : String.valueOf(cause.getMessage());
      Problem problem = Problem.of(Code.U040, String.valueOf(failed.getMessage()), why);
      context.console().tell(List.of(problem));
      printWhereAsked(thrown);
      return ExitCode.ENVIRONMENT.number();
    }
    context.console().tell(List.of(fault(thrown)));
    printWhereAsked(thrown);
    return ExitCode.INTERNAL_ERROR.number();
  }

  private void printWhereAsked(Exception thrown) {
    if (options.verbose()) {
      thrown.printStackTrace(context.surroundings().err());
    }
  }

  private static boolean isBrokenPipe(Exception thrown) {
    return thrown instanceof UncheckedIOException wrapped
        && String.valueOf(wrapped.getCause()).contains("Broken pipe");
  }
}
