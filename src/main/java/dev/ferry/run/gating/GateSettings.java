package dev.ferry.run.gating;

import dev.ferry.config.Configuration.Select;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.ApplicationSettings;
import dev.ferry.probe.Limits;
import dev.ferry.probe.WorktreeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the configuration says of gates.
 *
 * @param gates those to run
 * @param all whether to go on after the first that blocks
 * @param strict whether what is broken at base blocks too
 * @param witnessRequired whether a module may pass only where some gate has a witness
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
   * The result that keeps a module from being integrated. Where a witness is required, one gate's
   * is enough: the module's own tests run besides the smoke suite in order to find it.
   */
  public Optional<GateResult> blocking(List<GateResult> results) {
    boolean witnessed = results.stream().anyMatch(this::isWitness);
    return results.stream()
        .filter(result -> result.blocks(false))
        .findFirst()
        .or(
            () ->
                results.stream()
                    .filter(result -> result.blocks(witnessRequired && !witnessed))
                    .findFirst())
        .or(() -> witnessRequired && !witnessed ? Optional.of(unwitnessed()) : Optional.empty());
  }

  /** The same with some of the gates only. */
  public GateSettings only(Predicate<ChosenGate> chosen) {
    return new GateSettings(
        gates.stream().filter(chosen).toList(),
        all,
        strict,
        witnessRequired,
        tests,
        worktree,
        allowed);
  }

  /**
   * The same for gates that somebody picked: who asks for gates that only read does not ask for a
   * witness.
   */
  public GateSettings asPicked() {
    boolean asked = gates.stream().anyMatch(ChosenGate::runsCode);
    return new GateSettings(gates, all, strict, witnessRequired && asked, tests, worktree, allowed);
  }

  /** No gate of the list could have had a witness. */
  private static GateResult unwitnessed() {
    Problem why = Problem.of(Code.T065);
    return new GateResult("witness", Verdict.NO_WITNESS, true, 0, 0, List.of(why), Duration.ZERO);
  }

  private boolean isWitness(GateResult result) {
    boolean runsCode =
        gates.stream().anyMatch(gate -> gate.name().equals(result.gate()) && gate.runsCode());
    return runsCode && result.proven() && result.verdict() == Verdict.PASS;
  }

  /**
   * Commands and how they are judged.
   *
   * @param smoke the smoke suite's argv
   * @param minimum share of tests that must pass, 0 to 1
   * @param select which tests run
   * @param limits of each run
   * @param application what is started and asked
   */
  public record Tests(
      List<String> smoke,
      double minimum,
      Select select,
      Limits limits,
      ApplicationSettings application) {
    /** All tests, and no application. */
    public Tests(List<String> smoke, double minimum, Limits limits) {
      this(smoke, minimum, Select.ALL, limits, ApplicationSettings.NONE);
    }

    public Tests {
      smoke = List.copyOf(smoke);
      if (!(minimum >= 0 && minimum <= 1)) {
        throw new IllegalArgumentException("no share: " + minimum);
      }
    }
  }
}
