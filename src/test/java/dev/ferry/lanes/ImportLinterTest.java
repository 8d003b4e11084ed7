package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferry.facts.GitObjects;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.ObjectId;
import dev.ferry.python.Python;
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

  /**
   * Real repositories need clones of them, so this runs where they are named: {@code
   * -Dferry.lanes.real=CHECKOUT;ROOT-OF-PACKAGES;CONTRACTS}, several with commas. {@code
   * bench/lanes/prepare.py} takes out what import-linter cannot read.
   */
  @Test
  void saysOfRealRepositoriesWhatImportLinterSays(@TempDir Path work, TestReporter reporter)
      throws Exception {
    String named = System.getProperty("ferry.lanes.real", "");
    assumeThat(named).as("no real repository is named by -Dferry.lanes.real").isNotEmpty();
    assumeThat(ImportLinter.python())
        .as("system property ferry.test.importlinter; pom.xml sets it")
        .isPresent();
    List<ImportLinter.Case> cases = new ArrayList<>();
    for (String each : named.split(",", -1)) {
      String[] parts = each.split(";", -1);
      cases.add(real(Path.of(parts[0]), parts[1], Path.of(parts[2]).toAbsolutePath()));
    }
    ImportLinter.Compared compared = ImportLinter.compare(work, cases);
    reporter.publishEntry("compared", compared.counts().toString());
    assertThat(compared.mismatches()).isEmpty();
    assertThat(compared.counts().get("cases")).isEqualTo(cases.size());
    assertThat(compared.counts().getOrDefault("contracts", 0)).isPositive();
  }

  private static ImportLinter.Case real(Path checkout, String root, Path contracts)
      throws IOException {
    GitObjects objects = new GitObjects(checkout);
    ObjectId tree = objects.treeOf("HEAD");
    Snapshot snapshot =
        new SnapshotReader(new Python(), objects, Optional.empty())
            .read(tree, objects.listing(tree));
    LaneReading reading =
        LaneConfigurationReader.read(
            contracts.toString(), Optional.of(Files.readAllBytes(contracts)));
    return new ImportLinter.Case(
        checkout, checkout.resolve(root), contracts.toString(), answers(snapshot, reading));
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
