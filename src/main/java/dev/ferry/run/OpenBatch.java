package dev.ferry.run;

import dev.ferry.batch.BatchProgress;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A batch with what is known of its rows before anything runs.
 *
 * @param standing rows that git shows to be done, with how
 * @param leftOut rows that runs do not take
 */
public record OpenBatch(
    Batch batch, FinishedRows finished, Map<BatchRow, Outcome> standing, LeftOutRows leftOut) {
  public OpenBatch {
    standing = Map.copyOf(standing);
  }

  boolean isDone(BatchRow row) {
    return standing.containsKey(row)
        || leftOut.skipped().containsKey(row)
        || finished.contains(row);
  }

  /** The rows that a run takes: what is not done, without what is held back. */
  List<BatchRow> remaining() {
    return batch.rows().stream()
        .filter(row -> !isDone(row) && !leftOut.held().containsKey(row))
        .toList();
  }

  /** How a row stands that no run takes; nothing for those that remain. */
  Optional<Outcome> settled(BatchRow row) {
    Outcome known = standing.get(row);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Problem> skipped = leftOut.whySkipped(row);
    if (skipped.isPresent()) {
      return skipped.map(Outcome.Skipped::new);
    }
    if (finished.contains(row)) {
      return Optional.of(
          row.move().isInPlace() ? new Outcome.InPlace() : new Outcome.Skipped(byFile(row)));
    }
    return leftOut.whyHeld(row).map(Outcome.Blocked::new);
  }

  private static Problem byFile(BatchRow row) {
    return Problem.at(row.batch(), row.line(), Code.R038, row.move().module());
  }

  /** Nothing but some of the rows, which are taken even where they are held back. */
  OpenBatch only(Predicate<BatchRow> chosen) {
    return new OpenBatch(
        new Batch(batch.file(), batch.rows().stream().filter(chosen).toList()),
        finished,
        standing,
        new LeftOutRows(leftOut.skipped(), Map.of()));
  }

  BatchProgress progress() {
    int skipped = (int) batch.rows().stream().filter(this::isSkipped).count();
    List<String> held =
        batch.rows().stream().filter(this::isHeld).map(row -> row.move().module()).toList();
    return BatchProgress.of(
        batch, this::isDone, this::isHeld, new BatchProgress.LeftOut(skipped, held));
  }

  /** Why rows that remain are left out by runs. */
  List<Problem> whyHeld() {
    return batch.rows().stream()
        .filter(this::isHeld)
        .flatMap(row -> leftOut.whyHeld(row).stream())
        .toList();
  }

  private boolean isSkipped(BatchRow row) {
    return leftOut.skipped().containsKey(row) && !standing.containsKey(row);
  }

  boolean isHeld(BatchRow row) {
    return leftOut.held().containsKey(row) && !isDone(row);
  }
}
