package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.model.Confidence;
import dev.ferry.plan.MoveOptions;

/** The configuration's words for how references are rewritten, as the planner takes them. */
final class MoveSettings {
  private MoveSettings() {}

  static MoveOptions of(Configuration.Strings strings) {
    return new MoveOptions(
        new RewriteOptions(
            switch (strings) {
              case NONE -> null;
              case HIGH -> Confidence.HIGH;
              case MEDIUM -> Confidence.MEDIUM;
            }));
  }
}
