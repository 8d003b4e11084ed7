package dev.ferry.run;

import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Step;
import java.util.List;
import java.util.Optional;

/** The row of a module that somebody named. */
public record FoundRow(OpenBatch batch, BatchRow row) {
  /** The first row of this module in the batches. */
  static Optional<FoundRow> find(List<OpenBatch> batches, String module) {
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        if (row.move().module().equals(module)) {
          return Optional.of(new FoundRow(open, row));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * @throws ProblemException where there is none
   */
  static FoundRow of(List<OpenBatch> batches, String module) {
    return find(batches, module)
        .orElseThrow(() -> new ProblemException(Problem.of(Code.R032, module)));
  }

  /**
   * How the row stands that is done.
   *
   * @param code takes the module, and how it stands as one of: nothing (verified in place), the
   *     reason (skipped), the branch and the commit (integrated)
   */
  Optional<Problem> done(Code code) {
    return batch.isDone(row) ? batch.settled(row).map(how -> told(code, how)) : Optional.empty();
  }

  private Problem told(Code code, Outcome how) {
    String module = row.move().module();
    return switch (how) {
      case Outcome.Integrated(String branch, ObjectId commit) ->
          Problem.of(code, module, branch, commit.abbreviated());
      case Outcome.InPlace _ -> Problem.of(code, module);
      case Outcome.Skipped(Problem why) -> Problem.of(code, module, last(why));
      case Outcome.Blocked(Problem why) -> Problem.of(code, module, last(why));
      case Outcome.Failed(Step _, Problem why) -> Problem.of(code, module, last(why));
    };
  }

  /** Of a skipped row its reason; of one that only the done file knows its module. */
  private static String last(Problem why) {
    return why.arguments().isEmpty() ? "" : why.arguments().getLast();
  }
}
