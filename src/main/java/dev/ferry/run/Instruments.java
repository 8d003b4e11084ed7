package dev.ferry.run;

import dev.ferry.facts.Language;
import dev.ferry.plan.BatchPlanner;
import dev.ferry.plan.MovePlanner;
import dev.ferry.process.Programs;
import dev.ferry.toolchain.Toolchain;
import java.time.Clock;
import java.util.Map;

/**
 * What ferry works with, whatever the repository. Wired once.
 *
 * @param environment the variables that ferry was started with
 */
public record Instruments(
    Programs programs,
    Language language,
    MovePlanner planner,
    BatchPlanner batchPlanner,
    Toolchain toolchain,
    Clock clock,
    Map<String, String> environment) {
  public Instruments {
    environment = Map.copyOf(environment);
  }
}
