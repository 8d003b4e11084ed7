package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far a batch is: what the dashboard's line shows.
 *
 * @param name the batch file's name without folders
 * @param total all rows of the batch
 * @param next the module of the first row that is not done, in file order
 */
public record BatchProgress(String name, int total, int done, Optional<String> next) {
  public BatchProgress {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(done + " of " + total + " rows done");
    }
  }

  public static BatchProgress of(Batch batch, Predicate<BatchRow> isDone) {
    int done = 0;
    Optional<String> next = Optional.empty();
    for (BatchRow row : batch.rows()) {
      if (isDone.test(row)) {
        done++;
      } else if (next.isEmpty()) {
        next = Optional.of(row.move().module());
      }
    }
    return new BatchProgress(batch.name(), batch.rows().size(), done, next);
  }

  public int remaining() {
    return total - done;
  }
}
