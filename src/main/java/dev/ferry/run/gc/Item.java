package dev.ferry.run.gc;

import java.time.Instant;

/**
 * One thing that ferry keeps.
 *
 * @param name a path in ferry's folder, or a ref
 * @param bytes on the disk; 0 for refs
 * @param used when it was last written
 */
public record Item(Kind kind, String name, long bytes, Instant used, Use use) {
  /** Whether somebody needs it. */
  public enum Use {
    /** A living ferry has it, or may have. */
    IN_USE,
    /** Something refers to it: a commit to its report, an attempt to its base. */
    NEEDED,
    /** Nobody does. */
    FREE,
    /** Nobody does, and it is of no use at any age: what a dead ferry left. */
    DEAD
  }

  boolean mayGo() {
    return kind.isDisposable() && (use == Use.FREE || use == Use.DEAD);
  }
}
