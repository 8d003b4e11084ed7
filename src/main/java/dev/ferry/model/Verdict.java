package dev.ferry.model;

/** How a gate ends. There is no "passed because nothing was checked". */
public enum Verdict {
  PASS,
  FAIL,
  /** The question could not be judged. */
  ERROR,
  /** What ran could not have noticed a broken move. */
  NO_WITNESS,
  /** Left out for a reason that the operator wrote, or because what it judges is not configured. */
  SKIPPED
}
