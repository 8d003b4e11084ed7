package dev.ferry.gate.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "core/x.py, core/x.py, true",
    "core/x.py, core/xxpy, false",
    "core/*.py, core/x.py, true",
    "core/*.py, core/in/x.py, false",
    "core/**, core/in/x.py, true",
    "core/**, core, false",
    "core/, core/in/x.py, true",
    "**/tests/**, tests/a.py, true",
    "**/tests/**, a/b/tests/c/d.py, true",
    "**/tests/**, contests/a.py, false",
    "**/test_*.py, test_a.py, true",
    "**/test_*.py, a/test_b.py, true",
    "**/test_*.py, a/latest_b.py, false",
    "**, anything/at/all, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "CORE/x.py, core/x.py, false",
  })
  void aGlobStandsForThesePaths(String glob, String path, boolean matches) {
    assertThat(PathPattern.of(glob).matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*b.py", "a?b.py", "a\\b.py", "a[1].py", "ä\udcff.py", "a.b"})
  void aPathTakenLiterallyStandsForItselfOnly(String path) {
    PathPattern pattern = PathPattern.literally(path);

    assertThat(pattern.matches(path)).isTrue();
    assertThat(pattern.matches(path.replaceAll("[*?.\\\\]", "x"))).isFalse();
  }
}
