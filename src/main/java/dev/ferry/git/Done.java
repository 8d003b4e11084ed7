package dev.ferry.git;

import dev.ferry.model.ObjectId;

/** Where a move stands, judged by trees alone. */
public sealed interface Done {
  /** The source is there: still to be done. */
  record Remaining() implements Done {}

  /** The module's own branch has it, and the base does not yet. */
  record OnBranch(String branch, ObjectId commit) implements Done {}

  /**
   * The base has it: the destination is there, the source is gone.
   *
   * @param ref what has it: the base, or the remote's copy of it
   */
  record Landed(String ref) implements Done {}

  /** Source and destination are one path, and the file is there. */
  record InPlace() implements Done {}

  /** Neither source nor destination is anywhere. */
  record Missing() implements Done {}
}
