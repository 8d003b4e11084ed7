package dev.ferry.plan;

import dev.ferry.model.Unit;
import java.util.List;

/**
 * What becomes of batches.
 *
 * @param rows in the order of the batches and of their rows
 * @param units in an order in which each comes after those that it depends on
 * @param bound why units of several rows are what they are
 */
public record Plan(List<RowPlan> rows, List<PlannedUnit> units, List<Bound> bound) {
  public Plan {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
    bound = List.copyOf(bound);
  }

  /** A unit and what it does to the tree in which the units that it depends on are carried out. */
  public record PlannedUnit(Unit unit, MovePlan moves) {}

  /**
   * A unit of several rows.
   *
   * @param unit its id
   * @param modules that move together, in the order of the batch
   * @param reasons every reason there is; not empty
   */
  public record Bound(String unit, List<String> modules, List<Binding.Reason> reasons) {
    public Bound {
      modules = List.copyOf(modules);
      reasons = List.copyOf(reasons);
    }
  }
}
