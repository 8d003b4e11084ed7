package dev.ferry.run;

import dev.ferry.model.BatchRow;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import java.util.List;

/**
 * How a row stands when a run ends.
 *
 * @param gates what was judged in this run; empty where nothing was
 * @param isNew whether this run brought it about
 */
public record RowEnd(BatchRow row, Outcome outcome, List<GateResult> gates, boolean isNew) {
  public RowEnd {
    gates = List.copyOf(gates);
  }

  /** Whether nothing remains to be done for the row. */
  public boolean isFinished() {
    return switch (outcome) {
      case Outcome.Integrated _, Outcome.InPlace _, Outcome.Skipped _ -> true;
      case Outcome.Failed _, Outcome.Blocked _ -> false;
    };
  }
}
