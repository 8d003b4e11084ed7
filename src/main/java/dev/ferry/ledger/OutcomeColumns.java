package dev.ferry.ledger;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.util.List;

/** An outcome as columns; what an outcome does not have is empty. */
record OutcomeColumns(String kind, String branch, String commit, String step, String problem) {
  private static final String INTEGRATED = "INTEGRATED";
  private static final String IN_PLACE = "IN_PLACE";
  private static final String FAILED = "FAILED";
  private static final String BLOCKED = "BLOCKED";
  private static final String SKIPPED = "SKIPPED";

  static OutcomeColumns of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Integrated(String branch, ObjectId commit) ->
          new OutcomeColumns(INTEGRATED, branch, commit.hex(), "", "");
      case Outcome.InPlace _ -> new OutcomeColumns(IN_PLACE, "", "", "", "");
      case Outcome.Failed(Step step, Problem why) ->
          new OutcomeColumns(FAILED, "", "", step.name(), encode(why));
      case Outcome.Blocked(Problem why) -> new OutcomeColumns(BLOCKED, "", "", "", encode(why));
      case Outcome.Skipped(Problem why) -> new OutcomeColumns(SKIPPED, "", "", "", encode(why));
    };
  }

  Outcome toOutcome() {
    return switch (kind) {
      case INTEGRATED -> new Outcome.Integrated(branch, new ObjectId(commit));
      case IN_PLACE -> new Outcome.InPlace();
      case FAILED -> new Outcome.Failed(Step.valueOf(step), why());
      case BLOCKED -> new Outcome.Blocked(why());
      case SKIPPED -> new Outcome.Skipped(why());
      default -> throw new IllegalStateException("no such outcome: " + kind);
    };
  }

  private static String encode(Problem problem) {
    return ProblemCodec.encode(List.of(problem));
  }

  /** A code of a later ferry reads as one that says so. */
  private Problem why() {
    List<Problem> problems = ProblemCodec.decode(problem);
    return problems.isEmpty() ? Problem.of(Code.L004) : problems.getFirst();
  }
}
