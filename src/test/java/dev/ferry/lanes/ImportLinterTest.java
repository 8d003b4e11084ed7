package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferry.facts.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The guard's verdicts, chains and lines are import-linter's. */
class ImportLinterTest {
  private static final int CASES = Integer.getInteger("ferry.lanes.cases", 1200);
  private static final int FIRST = Integer.getInteger("ferry.lanes.first", 0);

  @Test
  void saysOfGeneratedRepositoriesWhatImportLinterSays(@TempDir Path work, TestReporter reporter)
      throws Exception {
    assumeThat(ImportLinter.python())
        .as("system property ferry.test.importlinter; pom.xml sets it")
        .isPresent();
    List<ImportLinter.Case> cases = new ArrayList<>();
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      cases.add(generated(work.resolve("case" + seed), seed));
    }
    ImportLinter.Compared compared = ImportLinter.compare(work, cases);
    reporter.publishEntry("compared", compared.counts().toString());
    assertThat(compared.mismatches()).isEmpty();
    Map<String, Integer> counts = compared.counts();
    int kept = counts.getOrDefault("contracts", 0) - counts.getOrDefault("broken", 0);
    assertThat(counts.get("cases")).isGreaterThanOrEqualTo(Math.min(CASES, 1000));
    assertThat(counts.get("broken")).isGreaterThan(CASES / 2);
    assertThat(kept).isGreaterThan(CASES / 4);
    assertThat(counts.get("errors")).isGreaterThan(CASES / 50);
    assertThat(counts.get("replayed")).isGreaterThan(CASES / 2);
  }

  private static ImportLinter.Case generated(Path directory, int seed) throws IOException {
    Map<String, String> files = new RandomContracts(seed).files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Snapshot snapshot = MemorySnapshot.of(files);
    String config = files.containsKey(".importlinter") ? ".importlinter" : "pyproject.toml";
    LaneReading reading =
        LaneConfigurationReader.read(
            config,
            Optional.ofNullable(files.get(config))
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    return new ImportLinter.Case(directory, directory, config, answers(snapshot, reading));
  }

  /** A configuration that cannot be read makes an error of each contract. */
  private static Map<String, Object> answers(Snapshot snapshot, LaneReading reading) {
    assertThat(reading.problems()).isEmpty();
    return GuardAnswers.of(snapshot, reading.configuration().orElseThrow());
  }
}
