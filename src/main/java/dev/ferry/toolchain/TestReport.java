package dev.ferry.toolchain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one test run found.
 *
 * @param run the name that the run was given; empty where the file holds none
 * @param results by test id ({@code file::name}), in the order of the run. A file that could not be
 *     collected stands here under its path
 */
public record TestReport(String run, Map<String, TestResult> results) {
  public TestReport {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** Several runs of one command as one; what is worse counts. */
  public static TestReport merged(List<TestReport> reports) {
    Map<String, TestResult> all = new LinkedHashMap<>();
    for (TestReport report : reports) {
      report.results.forEach((id, result) -> all.merge(id, result, (a, b) -> a.passed() ? b : a));
    }
    return new TestReport(reports.isEmpty() ? "" : reports.getFirst().run(), all);
  }

  public long count(TestResult.Kind kind) {
    return results.values().stream().filter(result -> result.kind() == kind).count();
  }

  /** Ids of the tests that passed. */
  public Set<String> passed() {
    return results.entrySet().stream()
        .filter(entry -> entry.getValue().passed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** The file of a test id. */
  public static String fileOf(String id) {
    int end = id.indexOf("::");
    return end < 0 ? id : id.substring(0, end);
  }
}
