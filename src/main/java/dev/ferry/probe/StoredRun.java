package dev.ferry.probe;

import dev.ferry.toolchain.TestReport;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A run that can be taken over by later ones.
 *
 * @param exitCode of the command
 * @param report what it left, the worse where it ran twice
 * @param flaky ids whose results differed between its runs
 */
public record StoredRun(int exitCode, Optional<TestReport> report, Set<String> flaky) {
  public StoredRun {
    flaky = Set.copyOf(flaky);
  }

  /** The same run, of which more is known to be flaky. */
  public StoredRun with(Set<String> more) {
    Set<String> all = new HashSet<>(flaky);
    all.addAll(more);
    return new StoredRun(exitCode, report, all);
  }
}
