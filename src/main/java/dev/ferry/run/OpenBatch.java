package dev.ferry.run;

import dev.ferry.batch.BatchProgress;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Outcome;
import java.util.List;
import java.util.Map;

/**
 * A batch with what is known of its rows before anything runs.
 *
 * @param standing rows that git shows to be done, with how
 */
record OpenBatch(Batch batch, FinishedRows finished, Map<BatchRow, Outcome> standing) {
  OpenBatch {
    standing = Map.copyOf(standing);
  }

  boolean isDone(BatchRow row) {
    return finished.contains(row) || standing.containsKey(row);
  }

  List<BatchRow> remaining() {
    return batch.rows().stream().filter(row -> !isDone(row)).toList();
  }

  BatchProgress progress() {
    return BatchProgress.of(batch, this::isDone);
  }
}
