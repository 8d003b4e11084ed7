package dev.ferry.python.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PythonToolsTest {
  private final PythonTools tools = new PythonTools();

  @Test
  void knowsPytestHoweverItIsStarted() {
    assertThat(tools.isTestRunner(List.of("pytest", "-q"))).isTrue();
    assertThat(tools.isTestRunner(List.of("/x/bin/python3.11", "-m", "pytest", "tests"))).isTrue();
    assertThat(tools.isTestRunner(List.of("make", "pytest"))).isFalse();
    assertThat(tools.isTestRunner(List.of())).isFalse();
  }

  @Test
  void onlyFilesReplacesPathsAndLeavesOptions() {
    Set<String> paths = Set.of("tests/smoke", "smoke", "tests/a.py");

    assertThat(
            tools.onlyFiles(
                List.of("pytest", "-q", "-m", "smoke", "tests/smoke", "tests/a.py::b", "-x"),
                List.of("t.py"),
                paths::contains))
        .containsExactly("pytest", "-q", "-m", "smoke", "-x", "t.py");
  }

  @Test
  void theScaffoldsPathIsMadeFromTheWholeDestination() {
    String template = "tests/integration/test_{destination}.py";

    assertThat(tools.scaffoldPath(template, "core/governance/guardian.py"))
        .isEqualTo("tests/integration/test_core_governance_guardian.py");
    assertThat(tools.scaffoldPath(template, "core/pack"))
        .isEqualTo("tests/integration/test_core_pack.py");
  }

  @Test
  void testFilesAreThoseThatPytestCollects() {
    assertThat(tools.isTestFile("a/test_b.py")).isTrue();
    assertThat(tools.isTestFile("a/b_test.py")).isTrue();
    assertThat(tools.isTestFile("a/testing.py")).isFalse();
    assertThat(tools.isTestSupport("a/conftest.py")).isTrue();
  }
}
