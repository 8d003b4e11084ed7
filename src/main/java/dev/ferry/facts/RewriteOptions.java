package dev.ferry.facts;

import dev.ferry.model.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * What a rewriting may do.
 *
 * @param strings the least confidence at which a dotted name in a string is rewritten; null for
 *     none, never {@link Confidence#LOW}
 */
public record RewriteOptions(@Nullable Confidence strings) {
  public RewriteOptions {
    if (strings == Confidence.LOW) {
      throw new IllegalArgumentException("strings of low confidence are reported only");
    }
  }

  /** Strings of high and of medium confidence. */
  public static RewriteOptions standard() {
    return new RewriteOptions(Confidence.MEDIUM);
  }
}
