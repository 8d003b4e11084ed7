package dev.ferry.cli;

import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.run.RowEnd;
import dev.ferry.view.Console;
import dev.ferry.view.OutcomeRow;
import dev.ferry.view.OutcomeText;
import java.util.List;
import java.util.Optional;

/** What {@code next} and {@code run} have in common: how a result is told, and its exit code. */
final class BatchWork {
  private final Console console;

  BatchWork(Console console) {
    this.console = console;
  }

  /** The table, its sums, and the exit code. */
  int tell(List<RowEnd> ends, boolean json, boolean table, int width) {
    OutcomeText text = new OutcomeText(console.messages(), console.outPalette());
    List<OutcomeRow> rows =
        ends.stream()
            .map(end -> new OutcomeRow(end.row().move().module(), end.outcome(), end.gates()))
            .toList();
    if (json) {
      console.data(text.json(rows));
    } else if (table) {
      console.data(text.table(rows, width));
      console.data(OutcomeText.sums(rows));
    }
    return exitCode(ends).number();
  }

  /**
   * The same for a run that may have left rows.
   *
   * @param stopped why it did
   */
  int tellRun(Optional<Problem> stopped, List<RowEnd> ends, boolean json, int width) {
    stopped.ifPresent(why -> console.tell(List.of(why)));
    int exit = tell(ends, json, true, width);
    boolean onTime = exit == ExitCode.DONE.number() || exit == ExitCode.NOTHING_TO_DO.number();
    return stopped.isPresent() && onTime ? ExitCode.PART_FAILED.number() : exit;
  }

  private static ExitCode exitCode(List<RowEnd> ends) {
    if (ends.isEmpty()) {
      return ExitCode.NOTHING_TO_DO;
    }
    boolean failed = ends.stream().anyMatch(end -> end.outcome() instanceof Outcome.Failed);
    boolean blocked = ends.stream().anyMatch(end -> end.outcome() instanceof Outcome.Blocked);
    if (ends.size() == 1
        && ends.getFirst().outcome() instanceof Outcome.Failed(Step _, Problem why)) {
      ExitCode code = ExitCode.of(List.of(why));
      return switch (code) {
        case BASE_MOVED, ENVIRONMENT, FIX_SPENT, FIX_LEFT_ITS_SCOPE -> code;
        default -> ExitCode.GATE_FAILED;
      };
    }
    return failed || blocked ? ExitCode.PART_FAILED : ExitCode.DONE;
  }
}
