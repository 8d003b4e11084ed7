package dev.ferry.run;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;

/**
 * Hears how a run goes. What a worker does is told on its own thread, to a listener of its own; the
 * rest by one thread at a time.
 */
public interface Progress {
  /**
   * Who hears of one of several workers.
   *
   * @param number of the worker, from 1
   */
  default Progress ofWorker(int number) {
    return this;
  }

  void unitStarted(Unit unit, String branch);

  void stepStarted(Unit unit, Step step);

  void gateStarted(Unit unit, String gate);

  void gateEnded(Unit unit, GateResult result);

  /** A unit that a gate stopped is handed to the operator; its gates are judged anew afterwards. */
  default void handedOver(Unit unit, Problem note) {}

  void stepEnded(Unit unit, StepEnd end);

  /** A row or a preparation came to its end. */
  void ended(String module, Outcome outcome);

  /** Something that belongs to no unit. */
  void told(Problem problem);
}
