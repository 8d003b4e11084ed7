package dev.ferry.ledger;

import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One try at one unit, as far as it came.
 *
 * @param steps in the order in which they ended
 * @param gates in the order in which they were judged
 * @param outcome nothing while it runs, or where its process was killed
 * @param ended nothing where there is no outcome
 */
public record Attempt(
    Start start,
    List<StepEnd> steps,
    List<GateResult> gates,
    Optional<Outcome> outcome,
    Optional<Instant> ended) {
  public Attempt {
    steps = List.copyOf(steps);
    gates = List.copyOf(gates);
  }

  /**
   * How an attempt begins.
   *
   * @param id unique in the ledger
   * @param session which run of ferry this is
   * @param batch name of the batch file, or empty where there is none
   * @param base the commit that the candidate stands on
   */
  public record Start(
      String id, String session, String batch, Move move, ObjectId base, Instant at) {}
}
