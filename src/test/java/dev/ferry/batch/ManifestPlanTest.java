package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestPlanTest {
  @Test
  void theRealManifestComesToTheThreeBatchesByteForByte() throws IOException {
    ManifestReading reading =
        ManifestReader.read(Texts.LUKHAS.resolve("integration_manifest.json"), "manifest.json");

    ManifestPlan plan = ManifestPlan.of(reading.manifest(), Complexity.LOW);

    assertThat(reading.findings().shown()).isEmpty();
    assertThat(plan.batches())
        .extracting(ManifestPlan.PlannedBatch::fileName)
        .containsExactlyInAnyOrder("batch_core.tsv", "batch_matriz.tsv", "batch_serve.tsv");
    for (ManifestPlan.PlannedBatch batch : plan.batches()) {
      assertThat(batch.text())
          .as(batch.fileName())
          .isEqualTo(Files.readAllBytes(Texts.LUKHAS.resolve(batch.fileName())));
    }
    assertThat(Texts.codes(plan.findings())).containsExactly(Code.B067);
  }

  @Test
  void hoursAreComputedFromTheRecords() {
    Manifest manifest =
        ManifestReader.read(Texts.LUKHAS.resolve("integration_manifest.json"), "m").manifest();

    assertThat(manifest.modules()).hasSize(193);
    assertThat(manifest.effortHours()).isEqualTo(1748);
    assertThat(ManifestPlan.of(manifest, Complexity.LOW).effortHours()).isEqualTo(1080);
    assertThat(ManifestPlan.of(manifest, Complexity.LOW).modules()).isEqualTo(144);
    assertThat(Hours.text(1080)).isEqualTo("1080");
    assertThat(Hours.text(2.5)).isEqualTo("2.5");
  }

  @Test
  void unknownKeysOfAnyShapeAreSkipped() {
    ManifestReading reading =
        read(
            """
            {"new": {"deep": [1, {"x": null}]}, "modules": [
              {"more": [[]], "module": "a.b", "current_location": "a/b.py", "other": true,
               "target_location": "core/b.py", "complexity": "LOW", "effort_hours": 2.5}]}
            """);

    assertThat(reading.findings().shown()).isEmpty();
    assertThat(reading.manifest().modules())
        .containsExactly(
            new ManifestModule(
                "/modules/0", 2, "a.b", 0, "a/b.py", "core/b.py", Complexity.LOW, 2.5, ""));
  }

  @Test
  void everyWrongRecordIsToldWithPointerAndLine() {
    ManifestReading reading =
        read(
            """
            {"modules": [
              {"module": "a", "current_location": "a.py", "target_location": "core/a.py"},
              7,
              {"module": 5, "current_location": "", "target_location": "core/a.py",
               "complexity": "low", "effort_hours": -1},
              {"module": "b", "current_location": "b.py", "target_location": "core/b.py",
               "complexity": "trivial"}
            ]}
            """);

    assertThat(reading.findings().shown())
        .extracting(p -> p.code() + " " + p.line() + " " + p.arguments().get(0))
        .containsExactly(
            "B062 2 /modules/0/complexity",
            "B062 3 /modules/1",
            "B062 4 /modules/2/module",
            "B062 4 /modules/2/current_location",
            "B062 5 /modules/2/effort_hours",
            "B063 7 /modules/3/complexity");
    assertThat(reading.manifest().modules()).isEmpty();
  }

  @Test
  void totalsThatDoNotAgreeAreTold() {
    assertThat(
            read(manifest("core/a.py").replace("{\"modules", "{\"total_modules\": 9, \"modules"))
                .findings()
                .shown())
        .containsExactly(
            new Problem(Code.B064, "m.json", 1, 19, List.of("total_modules", "9", "1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|B061",
        "'{}'|B061",
        "'[]'|B061",
        "'{\"modules\": 3}'|B061",
        "'{\"modules\": ['|B060",
        "'{\"modules\": [] } x'|B060",
        "'not json'|B060",
        "'{\"modules\": [{\"module\": \"\\ud800'|B060",
      })
  void aWrongDocumentIsTold(String json, Code code) {
    assertThat(Texts.codes(read(json).findings())).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "a.py, B066",
    "/etc/a.py, B014",
    "core/../../a.py, B015",
    "core/.git/a.py, B016",
    "core/, B023"
  })
  void aWrongTargetMakesNoBatchAtAll(String target, Code code) {
    ManifestPlan plan = ManifestPlan.of(read(manifest(target)).manifest(), Complexity.LOW);

    assertThat(plan.batches()).isEmpty();
    assertThat(Texts.codes(plan.findings())).contains(code);
  }

  @Test
  void theRealManifestSendsTwoModulesOfMediumComplexityToOnePlace() {
    Manifest manifest =
        ManifestReader.read(Texts.LUKHAS.resolve("integration_manifest.json"), "m").manifest();

    assertThat(ManifestPlan.of(manifest, Complexity.MEDIUM).findings().shown())
        .contains(Problem.at("m", 4979, Code.B025, "core/bridge/api.py", "m:1091"));
  }

  @Test
  void aFilterThatLeavesNothingIsAnError() {
    String medium = manifest("core/a.py").replace("low", "medium");

    assertThat(ManifestPlan.of(read(medium).manifest(), Complexity.LOW).findings().shown())
        .containsExactly(Problem.at("m.json", 0, Code.B065, "low", "medium"));
  }

  @Test
  void foldersThatDifferOnlyInCaseDoNotShareAFile() {
    String two = manifest("core/a.py").replace("]}", "," + record("b", "b.py", "Core/b.py") + "]}");

    assertThat(Texts.codes(ManifestPlan.of(read(two).manifest(), Complexity.LOW).findings()))
        .containsExactly(Code.B068);
  }

  @Test
  void duplicatesOfTheManifestAreTold() {
    String twice =
        manifest("core/a.py").replace("]}", "," + record("a", "b.py", "core/b.py") + "]}");

    assertThat(ManifestPlan.of(read(twice).manifest(), Complexity.LOW).findings().shown())
        .containsExactly(Problem.at("m.json", 1, Code.B024, "a", "m.json:1"));
  }

  private static String manifest(String target) {
    return "{\"modules\": [" + record("a", "a.py", target) + "]}";
  }

  private static String record(String module, String source, String target) {
    return """
    {"module": "%s", "current_location": "%s", "target_location": "%s", "complexity": "low"}\
    """
        .formatted(module, source, target);
  }

  private static ManifestReading read(String json) {
    return ManifestReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "m.json");
  }
}
