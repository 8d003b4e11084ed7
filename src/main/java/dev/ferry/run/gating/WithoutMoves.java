package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What gates say of a commit that moves nothing: what they cannot judge there is never a pass. */
final class WithoutMoves {
  private WithoutMoves() {}

  /** For gates that compare a commit with its moves. */
  static GateResult unlessMoved(GateKind gate, Candidate candidate, Supplier<GateResult> judged) {
    return candidate.isOfMoves()
        ? judged.get()
        : skipped(gate, Code.T103, candidate.revision().commit().abbreviated(), Duration.ZERO);
  }

  /**
   * For gates that look at what a commit touches: a commit may touch nothing of their kind, which a
   * move cannot.
   */
  static GateResult excused(GateKind gate, Candidate candidate, GateResult judged) {
    boolean nothing =
        judged.verdict() == Verdict.ERROR
            && judged.findings().size() == 1
            && judged.findings().getFirst().code() == Code.T003;
    return nothing && !candidate.isOfMoves()
        ? skipped(gate, Code.T105, candidate.revision().commit().abbreviated(), judged.took())
        : judged;
  }

  private static GateResult skipped(GateKind gate, Code why, String commit, Duration took) {
    String name = gate.configured();
    Problem problem = Problem.of(why, name, commit);
    return new GateResult(name, Verdict.SKIPPED, true, 0, 0, List.of(problem), took);
  }
}
