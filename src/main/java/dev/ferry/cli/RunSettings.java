package dev.ferry.cli;

import dev.ferry.run.BatchRuns;
import dev.ferry.run.Progress;
import dev.ferry.run.RunOptions;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options of {@code next} and {@code run}. */
final class RunSettings {
  @Option(names = "--keep-going", description = "go on after a row that fails")
  private boolean keepGoing;

  @Option(
      names = "--two-commits",
      description = "move in one commit and edit in a second one, for hosts that do not squash")
  private boolean twoCommits;

  @Option(names = "--all-gates", description = "judge every gate, also after one that blocks")
  private boolean allGates;

  @Option(names = "--json", description = "print ferry.outcomes/v1")
  private boolean json;

  boolean json() {
    return json;
  }

  BatchRuns open(Context context, List<String> batches, Progress reporter) {
    return open(context, batches, 1, OptionalInt.empty(), reporter);
  }

  /**
   * @param parallel how many modules are worked at the same time
   * @param maxFailures after how many failures nothing new is begun
   */
  BatchRuns open(
      Context context,
      List<String> batches,
      int parallel,
      OptionalInt maxFailures,
      Progress reporter) {
    return BatchRuns.open(
        context.workbench(),
        batches,
        new RunOptions(keepGoing, twoCommits, allGates, parallel, maxFailures),
        reporter);
  }
}
