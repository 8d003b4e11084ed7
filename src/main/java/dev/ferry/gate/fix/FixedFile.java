package dev.ferry.gate.fix;

/**
 * One file that the operator changed.
 *
 * @param modeBefore as git writes it; empty where the file is new
 * @param modeAfter empty where it is gone
 * @param lines added and removed
 * @param binary whether its lines cannot be counted
 */
public record FixedFile(
    String path, String modeBefore, String modeAfter, long lines, boolean binary) {
  private static final String PLAIN = "100";

  /** Whether it is now a link, a repository of its own, or anything else than a plain file. */
  boolean isSpecial() {
    return !isGone() && !modeAfter.startsWith(PLAIN);
  }

  boolean isGone() {
    return modeAfter.isEmpty();
  }
}
