package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.run.BatchRuns;
import dev.ferry.run.RowEnd;
import dev.ferry.view.Console;
import dev.ferry.view.OutcomeRow;
import dev.ferry.view.OutcomeText;
import java.util.List;

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

  /** What was left undone because a run stops at its first failure. */
  void tellStopped(BatchRuns runs, List<RowEnd> ends) {
    long untried = runs.rows() - ends.size();
    if (untried > 0) {
      console.tell(List.of(Problem.of(Code.R037, Long.toString(untried))));
    }
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
        case ENVIRONMENT, FIX_SPENT, FIX_LEFT_ITS_SCOPE -> code;
        default -> ExitCode.GATE_FAILED;
      };
    }
    return failed || blocked ? ExitCode.PART_FAILED : ExitCode.DONE;
  }
}
