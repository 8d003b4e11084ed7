package dev.ferry.run.gating;

import dev.ferry.gate.SelfReportVerdict.Claim;
import dev.ferry.model.Problem;
import java.util.List;

/** Holds what a commit's message and report say beside what git has. */
@FunctionalInterface
public interface MakesClaims {
  /** What was found. */
  sealed interface Claims {
    /**
     * @param notes what could not be compared, and why
     */
    record Made(List<Claim> claims, List<Problem> notes) implements Claims {
      public Made {
        notes = List.copyOf(notes);
        claims = List.copyOf(claims);
      }
    }

    record Missing(String commit, String why) implements Claims {}

    /** Nobody claims anything: the commit is none of ferry's. */
    record Unclaimed(String commit) implements Claims {}
  }

  Claims claims(Candidate candidate);
}
