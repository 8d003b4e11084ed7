package dev.ferry.plan.safety;

import dev.ferry.plan.safety.Conflict.Reason;
import java.util.List;

/**
 * One unit comes before another.
 *
 * @param stacked whether the later one is built on the earlier one's commit; else it only waits
 * @param reasons why; empty where {@code stacked}: the earlier one makes way for the later
 */
public record Precedence(String earlier, String later, boolean stacked, List<Reason> reasons) {
  public Precedence {
    reasons = List.copyOf(reasons);
  }
}
