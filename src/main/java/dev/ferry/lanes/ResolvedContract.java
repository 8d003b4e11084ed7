package dev.ferry.lanes;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract whose modules and ignored imports were looked up.
 *
 * @param rule null where it could not be, see the problems
 * @param ignored how many imports it passes over
 */
record ResolvedContract(
    Contract contract, GraphView view, @Nullable Rule rule, int ignored, List<Problem> problems) {
  boolean isError() {
    return rule == null || problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
