package dev.ferry.run.gating;

import java.util.List;
import java.util.Optional;

/**
 * A command as it runs on each side of a move.
 *
 * @param atBase empty where there is nothing to run there
 * @param junit where the command leaves its results, where it is not the runner that ferry knows
 */
record ComparedCommand(List<String> atBase, List<String> atCandidate, Optional<String> junit) {
  ComparedCommand {
    atBase = List.copyOf(atBase);
    atCandidate = List.copyOf(atCandidate);
  }
}
