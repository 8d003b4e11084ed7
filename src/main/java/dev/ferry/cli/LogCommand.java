package dev.ferry.cli;

import dev.ferry.ledger.Attempt;
import dev.ferry.view.AttemptText;
import dev.ferry.view.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was tried. */
@Command(name = "log", description = "what was tried, newest first")
final class LogCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "-n", paramLabel = "N", description = "how many attempts; 20 by default")
  private int limit = 20;

  @Option(names = "--json", description = "print ferry.log/v1")
  private boolean json;

  LogCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Attempt> attempts = context.workbench().ledger().newest(Math.max(0, limit));
    Console console = context.console();
    AttemptText text =
        new AttemptText(console.messages(), console.outPalette(), context.workbench().zone());
    if (json) {
      console.data(text.logJson(attempts));
    } else if (attempts.isEmpty()) {
      console.narrate("nothing was tried yet: `ferry next` begins");
    } else {
      console.data(text.log(attempts, context.surroundings().terminal().width()));
    }
    return ExitCode.DONE.number();
  }
}
