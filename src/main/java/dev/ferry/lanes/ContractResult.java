package dev.ferry.lanes;

import dev.ferry.model.Problem;
import java.util.List;

/**
 * How one contract ends.
 *
 * @param violations those that count, see {@code standing}
 * @param checked how many relations between modules were looked at
 * @param ignored how many imports the contract passes over
 * @param standing how many violations are left out because they stand at base, too
 * @param problems why it could not be judged, and warnings
 */
public record ContractResult(
    Contract contract,
    Status status,
    List<Violation> violations,
    long checked,
    int ignored,
    int standing,
    List<Problem> problems) {
  /** The endings; a contract about nothing is an error. */
  public enum Status {
    KEPT,
    BROKEN,
    ERROR
  }

  public ContractResult {
    violations = List.copyOf(violations);
    problems = List.copyOf(problems);
    if (status == Status.KEPT && checked <= 0) {
      throw new IllegalArgumentException("kept, though nothing was checked");
    }
  }
}
