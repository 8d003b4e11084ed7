package dev.ferry.lanes;

import dev.ferry.lanes.ContractResult.Status;
import dev.ferry.model.Problem;
import java.util.List;

/**
 * How all contracts of a configuration end.
 *
 * @param modules number of modules that were looked at
 * @param imports number of imports among them
 * @param notes what was noticed on the way, roots that are not there included
 */
public record LaneReport(
    LaneConfiguration configuration,
    int modules,
    int imports,
    List<ContractResult> results,
    List<Problem> notes) {
  public LaneReport {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  public long kept() {
    return count(Status.KEPT);
  }

  public long broken() {
    return count(Status.BROKEN);
  }

  /** How many contracts could not be judged. */
  public long failed() {
    return count(Status.ERROR);
  }

  private long count(Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }
}
