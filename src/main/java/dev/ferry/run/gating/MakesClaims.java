package dev.ferry.run.gating;

import dev.ferry.gate.SelfReportVerdict.Claim;
import java.util.List;

/** Holds what a commit's message and report say beside what git has. */
@FunctionalInterface
public interface MakesClaims {
  /** What was found. */
  sealed interface Claims {
    record Made(List<Claim> claims) implements Claims {
      public Made {
        claims = List.copyOf(claims);
      }
    }

    record Missing(String commit, String why) implements Claims {}
  }

  Claims claims(Candidate candidate);
}
