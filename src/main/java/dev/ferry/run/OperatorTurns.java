package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.ObjectId;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.run.gating.ConfiguredGates;
import dev.ferry.run.handoff.OperatorSlot;
import dev.ferry.run.handoff.OperatorTurn;
import dev.ferry.run.handoff.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the operator's turns in the slot that the gates use.
 *
 * @param checkout the user's, as a real path
 */
record OperatorTurns(
    Configuration configuration,
    LazyWorkplace workplace,
    Bench.Machine machine,
    EnvironmentSearch.Result environment,
    Surroundings surroundings,
    Map<String, String> variables,
    Path checkout)
    implements Repairs.Turns {

  @Override
  public OperatorTurn with(Snapshot after) {
    OperatorSlot slot = new OperatorSlot(workplace.slot(), bench(after), machine.sessions());
    return new OperatorTurn(
        configuration.fix(), slot, surroundings, variables, configuration.limits().output());
  }

  @Override
  public Path worktree() {
    return workplace.root();
  }

  @Override
  public void reset(ObjectId commit) {
    workplace.checkout(commit);
  }

  private Optional<Bench> bench(Snapshot after) {
    return switch (environment) {
      case EnvironmentSearch.Result.Ready(var ready) ->
          Optional.of(
              new Bench(
                  machine,
                  workplace,
                  ready,
                  new Bench.Surface(
                      checkout,
                      after.modules().roots(),
                      ConfiguredGates.worktree(configuration),
                      List.of())));
      case EnvironmentSearch.Result.Unusable _ -> Optional.empty();
    };
  }

  /** The folder of a virtual environment; nothing for an interpreter of the machine's. */
  static Optional<Path> folderOf(EnvironmentSearch.Result environment) {
    return switch (environment) {
      case EnvironmentSearch.Result.Ready(var ready) ->
          Optional.ofNullable(Path.of(ready.program()).getParent())
              .map(Path::getParent)
              .filter(folder -> Files.exists(folder.resolve("pyvenv.cfg")));
      case EnvironmentSearch.Result.Unusable _ -> Optional.empty();
    };
  }
}
