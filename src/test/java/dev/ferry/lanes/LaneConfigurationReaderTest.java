package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contracts that would pass everything are errors, all told at once with their lines. */
final class LaneConfigurationReaderTest {
  private static LaneReading read(String file, String text) {
    return LaneConfigurationReader.read(file, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> codes(LaneReading reading) {
    return reading.problems().stream().map(p -> p.code().name() + ":" + p.line()).toList();
  }

  @Test
  void noContractsAreAnError() {
    assertThat(codes(read("a.ini", "[importlinter]\nroot_package = core\n")))
        .containsExactly("N005:0");
    assertThat(codes(read("a.toml", "[tool.importlinter]\nroot_package = \"core\"\n")))
        .containsExactly("N005:0");
  }

  @Test
  void sectionsWithAnotherNameAreNamedWithTheRightOne() {
    LaneReading reading =
        read("a.ini", "[importlinter]\nroot_package = core\n[contract:x]\nname = x\n");

    assertThat(reading.problems())
        .containsExactly(
            Problem.at("a.ini", 3, Code.N006, "[contract:x]", "[importlinter:contract:x]"));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    String text =
        """
        [importlinter]
        [importlinter:contract:a]
        name = A
        type = forbiden
        [importlinter:contract:b]
        name = B
        type = layers
        exhaustive = maybe
        layers =
            core.x | core.y : core.z
            core.x
        layrs = 1
        """;

    assertThat(codes(read(".importlinter", text)))
        .containsExactlyInAnyOrder(
            "N007:1", "N011:4", "N013:9", "N013:9", "N013:9", "N013:8", "N014:12");
  }

  @Test
  void whatConfigparserRefusesIsRefused() {
    String head = "[importlinter]\nroot_package = core\n[importlinter:contract:a]\nname = A\n";
    assertThat(codes(read("a.ini", head + "type = private_modules\nname = B\n")))
        .contains("N003:6");
    assertThat(
            codes(read("a.ini", head + "type = private_modules\nbroken_contract_guidance = 5%\n")))
        .contains("N003:6");
    assertThat(codes(read("a.ini", head + "type = private_modules\nno separator\n")))
        .contains("N003:6");
  }

  @Test
  void theFirstFileWithContractsCountsAndTheOthersAreNamed() {
    String ini =
        "[importlinter]\n"
            + "root_package = core\n"
            + "[importlinter:contract:a]\n"
            + "name = A\n"
            + "type = private_modules\n";
    Map<String, String> files =
        Map.of(
            "setup.cfg",
            "[metadata]\nname = x\n",
            ".importlinter",
            ini,
            "pyproject.toml",
            "[tool.importlinter]\nroot_package = \"other\"\n");

    LaneReading reading =
        LaneConfigurationReader.find(
            path ->
                Optional.ofNullable(files.get(path)).map(t -> t.getBytes(StandardCharsets.UTF_8)));

    assertThat(reading.configuration().orElseThrow().file()).isEqualTo(".importlinter");
    assertThat(codes(reading)).containsExactly("N025:0");
  }

  @Test
  void nothingAtAllIsAnError() {
    assertThat(codes(LaneConfigurationReader.find(path -> Optional.empty())))
        .containsExactly("N001:0");
    assertThat(codes(LaneConfigurationReader.read("x.ini", Optional.empty())))
        .containsExactly("N002:0");
  }
}
