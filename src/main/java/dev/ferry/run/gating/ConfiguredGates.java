package dev.ferry.run.gating;

import dev.ferry.config.Configuration;
import dev.ferry.model.ProblemException;
import dev.ferry.probe.ApplicationSettings;
import dev.ferry.probe.Limits;
import dev.ferry.probe.WorktreeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes from {@code ferry.yaml} what gates have to know. */
public final class ConfiguredGates {
  private ConfiguredGates() {}

  /**
   * @param names of the gates to run
   * @param all whether to go on after the first gate that blocks
   * @param strict whether what is broken at base blocks too
   * @throws ProblemException where a gate is named that does not exist or is not built yet
   */
  public static GateSettings settings(
      Configuration configuration, List<String> names, boolean all, boolean strict) {
    Configuration.Gates gates = configuration.gates();
    List<ChosenGate.Own> commands =
        gates.commands().stream()
            .map(own -> new ChosenGate.Own(own.name(), own.argv(), own.junit()))
            .toList();
    GateList list = GateList.of(names, commands);
    if (!list.problems().isEmpty()) {
      throw new ProblemException(list.problems());
    }
    var limits =
        new Limits(
            configuration.limits().tests(),
            configuration.limits().output(),
            configuration.limits().step());
    ApplicationSettings application = application(gates.application());
    List<ChosenGate> chosen = new ArrayList<>(list.gates());
    if (application.isConfigured()) {
      list.gates().stream().flatMap(ConfiguredGates::served).forEach(chosen::add);
    }
    return new GateSettings(
        chosen,
        all,
        strict,
        gates.tests().witness() == Configuration.Witness.REQUIRED,
        new GateSettings.Tests(
            gates.tests().smoke(),
            gates.tests().minimum(),
            gates.tests().select(),
            limits,
            application),
        worktree(configuration),
        List.of());
  }

  private static Stream<ChosenGate> served(ChosenGate gate) {
    return ChosenGate.Served.KINDS.stream()
        .filter(kind -> gate.equals(new ChosenGate.Known(kind)))
        .map(ChosenGate.Served::new);
  }

  private static ApplicationSettings application(Configuration.Application configured) {
    return new ApplicationSettings(
        configured.command(),
        configured.ready(),
        configured.openapi(),
        configured.exempt(),
        configured.patience(),
        configured.answer(),
        configured.unsafeMethods());
  }

  /** What slots need. */
  public static WorktreeSettings worktree(Configuration configuration) {
    Configuration.Surroundings surroundings = configuration.surroundings();
    return new WorktreeSettings(
        surroundings.link(), surroundings.copy(), surroundings.setup(), surroundings.environment());
  }
}
