package dev.ferry.model;

/** How a row ends. Every row is in exactly one of these, or still remains. */
public sealed interface Outcome {
  /**
   * A branch with the gated commit exists.
   *
   * @param branch without {@code refs/heads/}
   */
  record Integrated(String branch, ObjectId commit) implements Outcome {}

  /** The row's source is its destination, and the file is there. */
  record InPlace() implements Outcome {}

  /** A step or gate did not pass; nothing was published. */
  record Failed(Step step, Problem why) implements Outcome {}

  /** The row cannot be moved as it stands; nothing was tried. */
  record Blocked(Problem why) implements Outcome {}

  /** Left out on purpose. */
  record Skipped(Problem why) implements Outcome {}
}
