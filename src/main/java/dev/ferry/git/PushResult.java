package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;

/** How a push ends. */
public sealed interface PushResult {
  /** The remote has the branch at this commit. */
  record Pushed(String branch, ObjectId commit) implements PushResult {}

  /** The remote had it before. */
  record UpToDate(String branch, ObjectId commit) implements PushResult {}

  /** The remote does not have it. */
  record Refused(Problem why) implements PushResult {}
}
