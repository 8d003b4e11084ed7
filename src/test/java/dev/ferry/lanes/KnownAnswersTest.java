package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guard's answers about generated repositories stay what they were when import-linter last
 * agreed with them: {@link ImportLinterTest} holds the same repositories beside it, and needs its
 * environment. With {@code -Dferry.lanes.record=FILE} the digests are written anew.
 */
final class KnownAnswersTest {
  private static final int CASES = 150;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static LaneConfiguration configuration(Map<String, String> files) {
    String config = files.containsKey(".importlinter") ? ".importlinter" : "pyproject.toml";
    byte[] text = Objects.requireNonNull(files.get(config)).getBytes(StandardCharsets.UTF_8);
    return LaneConfigurationReader.read(config, Optional.of(text)).configuration().orElseThrow();
  }

  private static Map<String, Object> answers(int seed) {
    Map<String, String> files = new RandomContracts(seed).files();
    Snapshot snapshot = MemorySnapshot.of(files);
    LaneConfiguration configuration = configuration(files);
    Map<String, Object> all = new TreeMap<>(GuardAnswers.of(snapshot, configuration));
    LaneReport report = LaneGuard.of(snapshot, configuration, true).report();
    all.put("findings", told(LaneFinding.all(report)));
    all.put(
        "checked",
        report.results().stream().map(each -> each.checked() + "/" + each.ignored()).toList());
    return all;
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream()
        .map(each -> each.file() + ":" + each.line() + " " + each.code() + each.arguments())
        .toList();
  }

  private static String digest(Object answers) {
    try {
      byte[] text = JSON.writeValueAsString(answers).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void answersAreWhatTheyWere() throws IOException {
    List<String> digests = new ArrayList<>();
    for (int seed = 0; seed < CASES; seed++) {
      digests.add(seed + " " + digest(answers(seed)));
    }
    String record = System.getProperty("ferry.lanes.record");
    if (record != null) {
      Files.write(Path.of(record), digests);
    }
    List<String> known;
    try (InputStream in = KnownAnswersTest.class.getResourceAsStream("known-answers.txt")) {
      known =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    }
    for (int seed = 0; seed < CASES; seed++) {
      assertThat(digests.get(seed))
          .as("case %s: %s", seed, answers(seed))
          .isEqualTo(known.get(seed));
    }
  }

  @Test
  void whatStandsAtBaseIsNeverNewAndNothingIsLost() {
    for (int seed = 0; seed < CASES; seed++) {
      Map<String, String> files = new RandomContracts(seed).files();
      LaneConfiguration configuration = configuration(files);
      LaneGuard guard = LaneGuard.of(MemorySnapshot.of(files), configuration, true);
      LaneReport all = guard.report();

      LaneReport same = guard.reportSince(guard, Map.of());

      assertThat(same.broken()).as("case %s", seed).isZero();
      assertThat(same.failed()).as("case %s", seed).isEqualTo(all.failed());
      assertThat(standing(same)).as("case %s", seed).isEqualTo(count(all));
    }
  }

  /**
   * Nothing stood at a base without imports, so all of it is new: told with the same first lines.
   */
  @Test
  void whereNothingStoodAtBaseAllOfItIsNew() {
    int broken = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Map<String, String> files = new RandomContracts(seed).files();
      LaneConfiguration configuration = configuration(files);
      Map<String, String> empty = new TreeMap<>(files);
      empty.replaceAll((path, text) -> path.endsWith(".py") ? "" : text);
      LaneReport all = LaneGuard.of(MemorySnapshot.of(files), configuration, true).report();

      LaneReport since =
          LaneGuard.of(MemorySnapshot.of(files), configuration, true)
              .reportSince(LaneGuard.of(MemorySnapshot.of(empty), configuration, true), Map.of());

      for (int i = 0; i < all.results().size(); i++) {
        ContractResult one = all.results().get(i);
        ContractResult other = since.results().get(i);
        boolean declared =
            one.violations().stream().allMatch(each -> each instanceof Violation.Undeclared);
        if (!declared) {
          assertThat(other.status()).as("case %s contract %s", seed, i).isEqualTo(one.status());
          broken++;
        }
      }
    }
    assertThat(broken).as("or nothing was compared").isGreaterThan(CASES / 2);
  }

  private static int count(LaneReport report) {
    return report.results().stream()
        .flatMap(result -> result.violations().stream())
        .mapToInt(Violation::count)
        .sum();
  }

  private static int standing(LaneReport report) {
    return report.results().stream().mapToInt(ContractResult::standing).sum();
  }
}
