package dev.ferry.cli;

import dev.ferry.model.Problem;
import dev.ferry.run.Instruments;
import dev.ferry.run.Workbench;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens the rooms that a command works with: the port behind which everything is wired. */
public interface Rooms {
  /**
   * Opens the repository of a directory.
   *
   * @param directory absolute
   * @param told is given what the user should know and nobody asked for
   * @throws dev.ferry.model.ProblemException where there is no repository, or its configuration is
   *     wrong
   */
  Workbench open(
      Path directory, GlobalOptions options, Surroundings surroundings, Consumer<Problem> told);

  /** What ferry works with, whatever the repository. */
  Instruments instruments(Surroundings surroundings);
}
