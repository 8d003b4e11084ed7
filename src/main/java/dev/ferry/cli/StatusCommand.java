package dev.ferry.cli;

import dev.ferry.model.Problem;
import dev.ferry.run.Board;
import dev.ferry.run.Workbench;
import dev.ferry.view.Console;
import dev.ferry.view.StatusText;
import java.util.ArrayList;
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

  @Option(
      names = LaneWatch.OPTION,
      description = "look again every two seconds and print what changed, until Ctrl-C")
  private boolean watch;

  @Option(names = "--json", description = "print ferry.status/v1")
  private boolean json;

  StatusCommand(Context context) {
    this.context = context;
  }

  /**
   * What there is to say.
   *
   * @param told problems
   * @param more an own line about what is not told; empty where there is none
   */
  record Seen(List<String> printed, List<Problem> told, String more, ExitCode exit) {
    Seen {
      printed = List.copyOf(printed);
      told = List.copyOf(told);
    }

    void printOn(Console console) {
      printed.forEach(console::data);
      console.tell(told);
      if (!more.isEmpty()) {
        console.narrate(more);
      }
    }
  }

  @Override
  public Integer call() {
    if (watch) {
      return new StatusWatch(context).run(this::look);
    }
    Seen seen = look(context.workbench());
    seen.printOn(context.console());
    return seen.exit().number();
  }

  private Seen look(Workbench workbench) {
    Board board = Board.of(workbench, named);
    List<String> printed = new ArrayList<>();
    if (json) {
      printed.add(StatusText.json(board.batches()));
    } else {
      board.batches().forEach(batch -> printed.add(StatusText.line(batch)));
      board.missing().forEach(name -> printed.add(StatusText.missing(name)));
    }
    List<Problem> told = new ArrayList<>(board.problems());
    List<Problem> held = board.held();
    told.addAll(held.subList(0, Math.min(NAMED, held.size())));
    String more =
        held.size() > NAMED
            ? (held.size() - NAMED) + " more are left out: `ferry status --json` names them"
            : "";
    ExitCode exit = board.problems().isEmpty() ? ExitCode.DONE : ExitCode.of(board.problems());
    return new Seen(printed, told, more, exit);
  }
}
