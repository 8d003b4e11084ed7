package dev.ferry.model;

import java.time.Duration;
import java.util.List;

/**
 * What one gate says of one candidate.
 *
 * @param gate its name in the configuration
 * @param proven false where the verdict rests on a command that was never seen to fail: shown as
 *     {@code PASS (unproven)}
 * @param numerator of the figure that was judged
 * @param denominator of that figure; zero is never a PASS
 * @param findings why, each with file and line where there is one; those new since base first
 */
public record GateResult(
    String gate,
    Verdict verdict,
    boolean proven,
    long numerator,
    long denominator,
    List<Problem> findings,
    Duration took) {
  /**
   * @throws IllegalArgumentException for a PASS over nothing: no gate passes vacuously
   */
  public GateResult {
    findings = List.copyOf(findings);
    if (verdict == Verdict.PASS && denominator <= 0) {
      throw new IllegalArgumentException("gate " + gate + " passed on nothing");
    }
  }

  /** Whether this result keeps the module from being integrated. */
  public boolean blocks(boolean witnessRequired) {
    return switch (verdict) {
      case FAIL, ERROR -> true;
      case NO_WITNESS -> witnessRequired;
      case PASS, SKIPPED -> false;
    };
  }
}
