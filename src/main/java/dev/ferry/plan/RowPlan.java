package dev.ferry.plan;

import dev.ferry.model.BatchRow;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;

/** What becomes of one row of a batch. */
public sealed interface RowPlan {
  BatchRow row();

  /** The row can be carried out, by this unit. */
  record Movable(BatchRow row, Unit unit) implements RowPlan {}

  /** Source and destination are one, and the file is there. */
  record InPlace(BatchRow row) implements RowPlan {}

  /** The row cannot be carried out as it stands. */
  record Blocked(BatchRow row, Problem problem) implements RowPlan {}
}
