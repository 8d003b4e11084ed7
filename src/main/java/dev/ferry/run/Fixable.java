package dev.ferry.run;

import dev.ferry.ledger.Attempt;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Step;
import java.util.List;

/** A row that can be handed to the operator: its last attempt was stopped by a gate. */
record Fixable(OpenBatch batch, BatchRow row) {

  /**
   * @throws ProblemException where the module is no such row, or nobody is there to hand it to
   */
  static Fixable find(Workbench workbench, List<OpenBatch> batches, String module) {
    if (workbench.configuration().fix().command().isEmpty()) {
      throw new ProblemException(Problem.of(Code.H026));
    }
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        if (row.move().module().equals(module)) {
          if (open.isDone(row)) {
            throw new ProblemException(Problem.of(Code.H028, module));
          }
          List<Attempt> attempts = workbench.ledger().attemptsAt(module);
          if (attempts.isEmpty() || !stoppedByGate(attempts.getLast())) {
            throw new ProblemException(Problem.of(Code.H027, module));
          }
          return new Fixable(open, row);
        }
      }
    }
    throw new ProblemException(Problem.of(Code.R032, module));
  }

  private static boolean stoppedByGate(Attempt attempt) {
    return attempt.outcome().orElse(null) instanceof Outcome.Failed(Step step, Problem _)
        && step == Step.TEST;
  }
}
