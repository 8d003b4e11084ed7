package dev.ferry.probe;

import java.time.Duration;

/**
 * Bounds of one command.
 *
 * @param time after which it is ended with all its children
 * @param log bytes of its output that are kept
 * @param setUp how long one command that prepares the slot, or asks a module for its names, may
 *     take
 */
public record Limits(Duration time, long log, Duration setUp) {
  /** The same time for everything. */
  public Limits(Duration time, long log) {
    this(time, log, time);
  }

  public static final Limits USUAL = new Limits(Duration.ofMinutes(15), 16L << 20);
}
