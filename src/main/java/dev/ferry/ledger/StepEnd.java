package dev.ferry.ledger;

import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.time.Duration;
import java.util.List;

/**
 * How one of the nine steps ended.
 *
 * @param notes what the step found out or did, or why it was left out or stopped
 */
public record StepEnd(Step step, Result result, List<Problem> notes, Duration took) {
  /** The endings of a step. */
  public enum Result {
    DONE,
    /** There was nothing to do, or a reason not to do it; the attempt goes on. */
    LEFT_OUT,
    /** The attempt ends here. */
    STOPPED
  }

  public StepEnd {
    notes = List.copyOf(notes);
  }
}
