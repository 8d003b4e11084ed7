package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far a batch is: what the dashboard's line shows.
 *
 * @param name the batch file's name without folders
 * @param total all rows of the batch
 * @param done rows that nothing remains to be done for, skipped ones among them
 * @param next the module of the first row that a run would take, in file order
 * @param left rows that are left out, and how
 */
public record BatchProgress(String name, int total, int done, Optional<String> next, LeftOut left) {
  public BatchProgress {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(done + " of " + total + " rows done");
    }
  }

  /**
   * Rows that runs leave out.
   *
   * @param skipped by somebody's decision; they count as done
   * @param held modules that wait until somebody asks for them by name; they remain
   */
  public record LeftOut(int skipped, List<String> held) {
    public static final LeftOut NONE = new LeftOut(0, List.of());

    public LeftOut {
      held = List.copyOf(held);
    }
  }

  public BatchProgress(String name, int total, int done, Optional<String> next) {
    this(name, total, done, next, LeftOut.NONE);
  }

  public static BatchProgress of(Batch batch, Predicate<BatchRow> isDone) {
    return of(batch, isDone, row -> false, LeftOut.NONE);
  }

  /**
   * @param isHeld whether a row that remains is left out by runs
   */
  public static BatchProgress of(
      Batch batch, Predicate<BatchRow> isDone, Predicate<BatchRow> isHeld, LeftOut left) {
    int done = 0;
    Optional<String> next = Optional.empty();
    for (BatchRow row : batch.rows()) {
      if (isDone.test(row)) {
        done++;
      } else if (next.isEmpty() && !isHeld.test(row)) {
        next = Optional.of(row.move().module());
      }
    }
    return new BatchProgress(batch.name(), batch.rows().size(), done, next, left);
  }

  public int remaining() {
    return total - done;
  }
}
