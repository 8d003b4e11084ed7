package dev.ferry.app;

import dev.ferry.cli.GlobalOptions;
import dev.ferry.cli.Rooms;
import dev.ferry.cli.Surroundings;
import dev.ferry.config.ConfigurationReader;
import dev.ferry.config.ConfigurationSources;
import dev.ferry.config.Configured;
import dev.ferry.git.Git;
import dev.ferry.git.Repository;
import dev.ferry.git.WorkTree;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.plan.BatchPlanner;
import dev.ferry.plan.MovePlanner;
import dev.ferry.process.Programs;
import dev.ferry.python.Python;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import dev.ferry.python.testing.PythonTools;
import dev.ferry.run.Instruments;
import dev.ferry.run.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the rooms together: every constructor that joins two of them is called here. */
final class Wiring implements Rooms {
  @Override
  public Workbench open(
      Path directory, GlobalOptions options, Surroundings surroundings, Consumer<Problem> told) {
    Instruments instruments = instruments(surroundings);
    if (!Files.isDirectory(directory)) {
      throw new ProblemException(Problem.of(Code.U026, directory.toString()));
    }
    Repository repository =
        Repository.open(new Git(instruments.programs(), surroundings.environment()), directory);
    Configured configured =
        ConfigurationReader.read(
            new ConfigurationSources(
                directory,
                repository.workTree(),
                Optional.ofNullable(options.configuration()).map(surroundings::resolve),
                surroundings.environment(),
                Map.of()));
    if (configured.hasErrors()) {
      throw new ProblemException(configured.problems());
    }
    configured.problems().forEach(told);
    WorkTree.mend(repository).forEach(told);
    return new Workbench(instruments, repository, configured, directory, told);
  }

  @Override
  public Instruments instruments(Surroundings surroundings) {
    PythonLayout layout = new PythonLayout();
    MovePlanner planner = new MovePlanner(layout, new PythonReferences());
    return new Instruments(
        new Programs(),
        new Python(),
        planner,
        new BatchPlanner(layout, planner),
        new PythonTools(),
        Clock.systemDefaultZone(),
        surroundings.environment());
  }
}
