package dev.ferry.cli;

import dev.ferry.model.Problem;
import dev.ferry.run.Board;
import dev.ferry.view.StatusText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dashboard: one line a batch. */
@Command(name = "status", description = "the dashboard: one line a batch")
final class StatusCommand implements Callable<Integer> {
  /** How many modules that are left out are told with their reasons. */
  private static final int NAMED = 5;

  private final Context context;

  @Parameters(paramLabel = "BATCH", arity = "0..*", description = "batch files; else as configured")
  private List<String> named = List.of();

  @Option(names = "--json", description = "print ferry.status/v1")
  private boolean json;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Board board = Board.of(context.workbench(), named);
    if (json) {
      context.console().data(StatusText.json(board.batches()));
    } else {
      board.batches().forEach(batch -> context.console().data(StatusText.line(batch)));
      board.missing().forEach(name -> context.console().data(StatusText.missing(name)));
    }
    context.console().tell(board.problems());
    tellHeld(board.held());
    return board.problems().isEmpty()
        ? ExitCode.DONE.number()
        : ExitCode.of(board.problems()).number();
  }

  private void tellHeld(List<Problem> held) {
    context.console().tell(held.subList(0, Math.min(NAMED, held.size())));
    if (held.size() > NAMED) {
      context
          .console()
          .narrate((held.size() - NAMED) + " more are left out: `ferry status --json` names them");
    }
  }
}
