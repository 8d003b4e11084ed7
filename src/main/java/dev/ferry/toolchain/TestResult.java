package dev.ferry.toolchain;

/**
 * How one test ended.
 *
 * @param message what it said where it did not pass; bounded
 * @param line where the test stands, from 1, or 0
 */
public record TestResult(Kind kind, String message, int line) {
  /** The endings. */
  public enum Kind {
    PASSED,
    FAILED,
    /** Set-up, tear-down or collection failed. */
    ERROR,
    SKIPPED,
    /** Failed, and was expected to. */
    EXPECTED_FAILURE
  }

  public boolean passed() {
    return kind == Kind.PASSED;
  }

  /** Whether it counts as red, as opposed to left out. */
  public boolean isRed() {
    return kind == Kind.FAILED || kind == Kind.ERROR;
  }
}
