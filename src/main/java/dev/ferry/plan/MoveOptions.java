package dev.ferry.plan;

import dev.ferry.facts.RewriteOptions;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How moves are planned.
 *
 * @param shimUntil the last day on which the old names have to work; nothing where they need not
 */
public record MoveOptions(RewriteOptions rewriting, Optional<LocalDate> shimUntil) {
  public MoveOptions {
    Objects.requireNonNull(rewriting, "rewriting");
    Objects.requireNonNull(shimUntil, "shimUntil");
  }

  public static MoveOptions standard() {
    return new MoveOptions(RewriteOptions.standard(), Optional.empty());
  }

  /** The same with another way of rewriting. */
  public MoveOptions with(RewriteOptions other) {
    return new MoveOptions(other, shimUntil);
  }

  /** The same, leaving the old names working until the end of a day. */
  public MoveOptions withShimsUntil(LocalDate day) {
    return new MoveOptions(rewriting, Optional.of(day));
  }
}
