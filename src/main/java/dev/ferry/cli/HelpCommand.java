package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same texts as {@code --help}, for those who type it first. */
@Command(name = "help", description = "what ferry or a command of it takes")
final class HelpCommand implements Callable<Integer> {
  static final String NAME = "help";

  private final Context context;

  @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", description = "one of ferry's")
  private String command = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  HelpCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    CommandLine ferry = spec.parent().commandLine();
    CommandLine asked = command.isEmpty() ? ferry : ferry.getSubcommands().get(command);
    if (asked == null) {
      String said = UnknownCommand.said(command, ferry.getSubcommands().keySet());
      context.console().tell(List.of(Problem.of(Code.U001, said, "ferry")));
      return ExitCode.USAGE.number();
    }
    asked.usage(context.surroundings().out());
    return ExitCode.DONE.number();
  }
}
