package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.view.ExplainText;
import dev.ferry.view.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells more about one code. */
@Command(name = "explain", description = "what a code such as FRY-B004 means, and the mend")
final class ExplainCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "CODE", description = "for example FRY-B004 or B004")
  private String typed = "";

  ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<Code> code = Messages.codeOf(typed);
    if (code.isEmpty()) {
      context.console().tell(List.of(Problem.of(Code.U003, typed)));
      return ExitCode.USAGE.number();
    }
    context.console().data(new ExplainText(context.console().messages()).render(code.get()));
    return ExitCode.DONE.number();
  }
}
