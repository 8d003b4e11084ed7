package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.RewriteOptions.Deeper;
import dev.ferry.facts.RewriteOptions.Renamed;
import dev.ferry.model.Confidence;
import dev.ferry.plan.MoveOptions;

/** The configuration's words for how references are rewritten, as the planner takes them. */
public final class MoveSettings {
  private MoveSettings() {}

  public static MoveOptions of(Configuration.Rewriting words) {
    Confidence least =
        switch (words.strings()) {
          case NONE -> null;
          case HIGH -> Confidence.HIGH;
          case MEDIUM -> Confidence.MEDIUM;
        };
    Deeper deeper =
        switch (words.relative()) {
          case KEEP -> Deeper.RELATIVE;
          case ABSOLUTE -> Deeper.ABSOLUTE;
        };
    Renamed renamed =
        switch (words.bindings()) {
          case KEEP -> Renamed.KEEP;
          case RENAME -> Renamed.FOLLOW;
        };
    return new MoveOptions(new RewriteOptions(least, deeper, renamed), words.shim());
  }
}
