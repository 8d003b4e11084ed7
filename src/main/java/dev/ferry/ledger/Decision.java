package dev.ferry.ledger;

import java.time.Instant;

/**
 * What a person decided about a module.
 *
 * @param why in their words; empty where they gave no reason
 */
public record Decision(String module, Kind kind, String why, Instant at) {
  /** What can be decided. */
  public enum Kind {
    /** The row is left out. */
    SKIPPED,
    /** The row is taken back in. */
    TAKEN_IN,
    /** What was integrated is taken back. */
    REVERTED
  }
}
