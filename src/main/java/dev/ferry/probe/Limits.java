package dev.ferry.probe;

import java.time.Duration;

/**
 * Bounds of one command.
 *
 * @param time after which it is ended with all its children
 * @param log bytes of its output that are kept
 */
public record Limits(Duration time, long log) {
  public static final Limits USUAL = new Limits(Duration.ofMinutes(15), 16L << 20);
}
