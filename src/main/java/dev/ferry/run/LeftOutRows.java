package dev.ferry.run;

import dev.ferry.model.BatchRow;
import dev.ferry.model.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a batch that runs do not take.
 *
 * @param skipped by somebody's decision, for good; they count as done
 * @param held until somebody asks for them by name; they remain
 */
public record LeftOutRows(Map<BatchRow, Problem> skipped, Map<BatchRow, Problem> held) {
  public LeftOutRows {
    skipped = Map.copyOf(skipped);
    held = Map.copyOf(held);
  }

  public Optional<Problem> whySkipped(BatchRow row) {
    return Optional.ofNullable(skipped.get(row));
  }

  public Optional<Problem> whyHeld(BatchRow row) {
    return Optional.ofNullable(held.get(row));
  }
}
