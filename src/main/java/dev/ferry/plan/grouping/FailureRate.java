package dev.ferry.plan.grouping;

/**
 * How many candidates fail, as far as this campaign has seen: the mean of a Beta distribution that
 * starts at one failure in ten candidates and gives way to what is counted.
 *
 * @param failed candidates found to fail
 * @param judged candidates of which it is known whether they fail, the failed ones among them
 */
public record FailureRate(long failed, long judged) {
  private static final double PRIOR_FAILED = 0.5;
  private static final double PRIOR_JUDGED = 5;

  /** Before the first result. */
  public static final FailureRate UNKNOWN = new FailureRate(0, 0);

  public FailureRate {
    if (failed < 0 || judged < failed) {
      throw new IllegalArgumentException(failed + " failed of " + judged);
    }
  }

  /** The probability that the next candidate fails; never 0 and never 1. */
  public double estimate() {
    return (failed + PRIOR_FAILED) / (judged + PRIOR_JUDGED);
  }

  FailureRate and(long moreFailed, long morePassed) {
    return new FailureRate(failed + moreFailed, judged + moreFailed + morePassed);
  }
}
