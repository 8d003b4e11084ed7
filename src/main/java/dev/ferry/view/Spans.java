package dev.ferry.view;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time and shares, as people read them. */
final class Spans {
  private Spans() {}

  /** {@code 0.12 s}, {@code 12.3 s}, {@code 3 min 05 s}, {@code 2 h 07 min}. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return duration.toHours() == 0
        ? String.format(
            Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
  }

  /** {@code 18/21 (85.7%)}; rounded down, so that only the whole is 100%. */
  static String share(long numerator, long denominator) {
    String figure = numerator + "/" + denominator;
    if (denominator <= 0) {
      return figure;
    }
    long tenths = Math.floorDiv(numerator * 1000, denominator);
    return String.format(Locale.ROOT, "%s (%d.%d%%)", figure, tenths / 10, tenths % 10);
  }
}
