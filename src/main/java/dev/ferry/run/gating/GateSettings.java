package dev.ferry.run.gating;

import dev.ferry.probe.Limits;
import dev.ferry.probe.WorktreeSettings;
import java.util.List;

/**
 * What the configuration says of gates.
 *
 * @param gates those to run
 * @param all whether to go on after the first that blocks
 * @param strict whether what is broken at base blocks too
 * @param witnessRequired whether a test gate without a witness blocks
 * @param tests the commands that run tests
 * @param worktree what slots need
 * @param allowed variables of ferry's environment that commands may see besides the usual ones
 */
public record GateSettings(
    List<ChosenGate> gates,
    boolean all,
    boolean strict,
    boolean witnessRequired,
    Tests tests,
    WorktreeSettings worktree,
    List<String> allowed) {
  public GateSettings {
    gates = List.copyOf(gates);
    allowed = List.copyOf(allowed);
  }

  /**
   * Commands and how they are judged.
   *
   * @param smoke the smoke suite's argv
   * @param minimum share of tests that must pass, 0 to 1
   * @param limits of each run
   */
  public record Tests(List<String> smoke, double minimum, Limits limits) {
    public Tests {
      smoke = List.copyOf(smoke);
      if (!(minimum >= 0 && minimum <= 1)) {
        throw new IllegalArgumentException("no share: " + minimum);
      }
    }
  }
}
