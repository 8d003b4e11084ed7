package dev.ferry.plan;

import dev.ferry.model.Unit;
import java.util.List;

/**
 * What becomes of batches.
 *
 * @param rows in the order of the batches and of their rows
 * @param units in an order in which each comes after those that it depends on
 */
public record Plan(List<RowPlan> rows, List<PlannedUnit> units) {
  public Plan {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
  }

  /** A unit and what it does to the tree in which the units that it depends on are carried out. */
  public record PlannedUnit(Unit unit, MovePlan moves) {}
}
