package dev.ferry.gate;

import dev.ferry.toolchain.TestReport;
import java.util.Set;

/**
 * How the tests do at base.
 *
 * @param report where runs differed, the worse of them
 * @param flaky ids that passed in one run at base and not in another
 */
public record BaseTests(TestReport report, Set<String> flaky) {
  public BaseTests {
    flaky = Set.copyOf(flaky);
  }

  /** Ids that can be held against a candidate: those that passed and are not flaky. */
  public Set<String> passed() {
    Set<String> passed = report.passed();
    passed.removeAll(flaky);
    return passed;
  }
}
