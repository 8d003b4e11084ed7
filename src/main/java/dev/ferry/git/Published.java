package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;

/** How a publication ends. */
public sealed interface Published {
  /**
   * The branch was written.
   *
   * @param commit the candidate, or its signed twin with the same tree
   */
  record Written(String branch, ObjectId commit) implements Published {}

  /** The branch holds this tree on this parent already, as after a run that was killed. */
  record AlreadyThere(String branch, ObjectId commit) implements Published {}

  /** Nothing was written. */
  record Refused(Problem why) implements Published {}
}
