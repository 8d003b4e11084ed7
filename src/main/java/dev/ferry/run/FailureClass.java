package dev.ferry.run;

import dev.ferry.ledger.Attempt;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** What kind of failure ended an attempt, by what was recorded of it. */
public enum FailureClass {
  /** The machine: an environment, a time limit, a kill, a disk. Trying again may be enough. */
  INFRASTRUCTURE,
  /** A gate judged the candidate and did not let it pass. */
  GATE,
  /** The base moved, or a branch stood in the way. */
  CONFLICT,
  /** Anything else: a move that cannot be planned, a unit that waits for another one. */
  OTHER;

  private static final Set<Code> OF_THE_MACHINE =
      EnumSet.of(
          Code.T020, Code.T023, Code.T034, Code.T048, Code.T049, Code.T058, Code.R026, Code.R028,
          Code.H007, Code.H008, Code.U040);

  private static final Set<Code> OF_REFS = EnumSet.of(Code.G010, Code.G011, Code.G012, Code.G013);

  /** The class of an attempt that failed; {@link #OTHER} for one that did not. */
  public static FailureClass of(Attempt attempt) {
    if (!(attempt.outcome().orElse(null) instanceof Outcome.Failed(Step step, Problem why))) {
      return OTHER;
    }
    Code code = why.code();
    if (OF_REFS.contains(code)) {
      return CONFLICT;
    }
    if (OF_THE_MACHINE.contains(code) || "EGLP".indexOf(code.name().charAt(0)) >= 0) {
      return INFRASTRUCTURE;
    }
    if (step != Step.TEST) {
      return OTHER;
    }
    boolean judged =
        attempt.gates().isEmpty() || attempt.gates().stream().anyMatch(FailureClass::stopped);
    return judged ? GATE : INFRASTRUCTURE;
  }

  private static boolean stopped(GateResult gate) {
    return gate.verdict() == Verdict.FAIL || gate.verdict() == Verdict.NO_WITNESS;
  }
}
