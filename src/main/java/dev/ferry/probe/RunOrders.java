package dev.ferry.probe;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to do in a slot besides running a command.
 *
 * @param log gets the command's output
 * @param gone modules that must not be importable any more
 * @param sabotage files of the commit that are replaced before the run, with their content
 * @param junit where the command itself leaves JUnit XML, inside the repository
 */
public record RunOrders(
    Path log,
    Limits limits,
    Set<String> gone,
    Map<String, byte[]> sabotage,
    Optional<String> junit) {
  public RunOrders {
    gone = Set.copyOf(gone);
    sabotage = Map.copyOf(sabotage);
  }

  public RunOrders sabotaging(Map<String, byte[]> files, Path otherLog) {
    return new RunOrders(otherLog, limits, gone, files, junit);
  }
}
