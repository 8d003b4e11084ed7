package dev.ferry.lanes;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading import contracts.
 *
 * @param configuration nothing where an error is among the problems
 */
public record LaneReading(Optional<LaneConfiguration> configuration, List<Problem> problems) {
  public LaneReading {
    problems = List.copyOf(problems);
    boolean failed = problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    if (failed == configuration.isPresent()) {
      throw new IllegalArgumentException("a configuration, or an error why there is none");
    }
  }
}
