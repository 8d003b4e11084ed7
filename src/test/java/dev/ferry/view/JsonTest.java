package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.ConfigurationReader;
import dev.ferry.config.ConfigurationSources;
import dev.ferry.config.Configured.InEffect;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  @Test
  void everyTextSurvivesAnotherReader() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x300; c++) {
      all.append((char) c);
    }
    all.append("\u2028\u2029\ud83d\ude00\"\\");

    String json = Json.document("x/v1").text("t", all.toString()).end();

    assertThat(JACKSON.readTree(json).get("t").asString()).isEqualTo(all.toString());
  }

  @Test
  void aPathThatIsNotUtf8LeavesTheDocumentValidUtf8() {
    String json = Json.document("x/v1").text("t", "a\udce9b\ud83d").end();

    assertThat(json).contains("a\\udce9b\\ud83d");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
  }

  @Test
  void structuresNestAndNumbersThatJsonLacksAreNull() {
    String json =
        Json.document("x/v1")
            .array(
                "a", List.of(1, 2), (each, n) -> each.number("n", n).texts("t", List.of("u", "v")))
            .array("none", List.<String>of(), (each, n) -> each.text("n", n))
            .number("half", 0.5)
            .number("nan", Double.NaN)
            .truth("yes", true)
            .textOrNull("nothing", null)
            .end();

    assertThat(json)
        .isEqualTo(
            """
            {"schema":"x/v1","a":[{"n":1,"t":["u","v"]},{"n":2,"t":["u","v"]}],"none":[],\
            "half":0.5,"nan":null,"yes":true,"nothing":null}
            """);
  }

  @Test
  void problemsForProgramsHavePlaceArgumentsAndWords() {
    JsonNode document =
        JACKSON.readTree(
            ProblemJson.document(
                List.of(new Problem(Code.C005, "ferry.yaml", 3, 7, List.of("base"))),
                4,
                Messages.load()));

    assertThat(document.get("schema").asString()).isEqualTo("ferry.problems/v1");
    assertThat(document.get("omitted").asInt()).isEqualTo(4);
    assertThat(document.get("problems").get(0).get("says").asString())
        .isEqualTo("base is given twice");
  }

  @Test
  void settingsAreShownWithTheirOrigins() {
    List<InEffect> settings =
        ConfigurationReader.read(
                new ConfigurationSources(
                    Path.of("/nonexistent"),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("FERRY_PARALLEL", "5"),
                    Map.of()))
            .settings();

    assertThat(new SettingsText(Palette.plain()).render(settings, 0))
        .contains("\nbase                        default         main\n")
        .contains("\nparallel                    FERRY_PARALLEL  5\n");
    assertThat(new DoctorText(Messages.load(), Palette.plain()).json(List.of(), true, settings))
        .contains("{\"key\":\"parallel\",\"value\":\"5\",\"origin\":\"FERRY_PARALLEL\"}");
  }
}
