package dev.ferry.plan;

import dev.ferry.facts.RewriteOptions;

/** How moves are planned. */
public record MoveOptions(RewriteOptions rewriting) {
  public static MoveOptions standard() {
    return new MoveOptions(RewriteOptions.standard());
  }
}
