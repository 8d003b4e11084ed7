package dev.ferry.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultStoreTest {
  @TempDir Path temporary = Path.of("");

  private static StoredRun run() {
    Map<String, TestResult> results = new LinkedHashMap<>();
    results.put("b.py::z[\"é\"]", new TestResult(TestResult.Kind.FAILED, "line\nline", 7));
    results.put("a.py::a", new TestResult(TestResult.Kind.PASSED, "", 0));
    return new StoredRun(1, Optional.of(new TestReport("r", results)), Set.of("a.py::a"));
  }

  @Test
  void givesBackWhatWasKeptInTheSameOrder() {
    ResultStore store = new ResultStore(temporary.resolve("made"));
    String key = ResultStore.key(List.of("tree", "command"));

    assertThat(store.find(key)).isEmpty();
    store.keep(key, run());

    StoredRun found = store.find(key).orElseThrow();
    assertThat(found).isEqualTo(run());
    assertThat(found.report().orElseThrow().results().keySet())
        .containsExactly("b.py::z[\"é\"]", "a.py::a");
  }

  @Test
  void keepsARunWithoutResults() {
    ResultStore store = new ResultStore(temporary);
    store.keep("key", new StoredRun(3, Optional.empty(), Set.of()));

    assertThat(store.find("key")).contains(new StoredRun(3, Optional.empty(), Set.of()));
  }

  @Test
  void aDamagedFileCountsAsMissing() throws IOException {
    ResultStore store = new ResultStore(temporary);
    store.keep("key", run());
    Path file = temporary.resolve("key");
    String whole = Files.readString(file);

    for (int length = 0; length < whole.length(); length += 7) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(store.find("key")).as("cut to %s", length).isEmpty();
    }
    Files.writeString(file, whole.replace("FAILED", "PASSED"));
    assertThat(store.find("key")).as("changed").isEmpty();
  }

  @Test
  void partsOfAKeyDoNotRunTogether() {
    assertThat(ResultStore.key(List.of("a", "bc")))
        .isNotEqualTo(ResultStore.key(List.of("ab", "c")));
  }
}
