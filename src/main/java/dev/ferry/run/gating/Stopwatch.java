package dev.ferry.run.gating;

import java.time.Duration;

/** Measures how long something took. */
record Stopwatch(long started) {
  static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
