package dev.ferry.git;

import dev.ferry.model.ObjectId;

/**
 * The commit that moves start from.
 *
 * @param name of the revision, without {@code refs/heads/}
 * @param reason why this one
 */
public record Base(String name, ObjectId commit, Reason reason) {
  /** How a base was chosen. */
  public enum Reason {
    /** Somebody named it. */
    NAMED,
    /** A branch of one of the names that main branches have. */
    USUAL_NAME,
    /** There is no such branch, so what is checked out. */
    HEAD
  }
}
