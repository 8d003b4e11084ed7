package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.ConfigTemplate;
import dev.ferry.gate.GateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gate is explained, in the program and on the page alike. */
final class GateGuideTest {
  private static final GateGuide GUIDE = GateGuide.load();

  static Stream<String> gates() {
    return GUIDE.gates().stream();
  }

  @Test
  void everyGateIsExplained() {
    TreeSet<String> all = new TreeSet<>(List.of("command", "schema-served", "syntax-served"));
    Arrays.stream(GateKind.values()).map(GateKind::configured).forEach(all::add);
    assertThat(GUIDE.gates()).containsExactlyElementsOf(all);
  }

  @ParameterizedTest
  @MethodSource("gates")
  void everyPartIsWrittenAndPrinted(String gate) {
    String printed = GUIDE.render(gate).orElseThrow().replaceAll("\\s+", " ");
    for (GateGuide.Part part : GateGuide.Part.values()) {
      assertThat(GUIDE.text(gate, part)).as("%s.%s", gate, part.key()).isNotBlank();
      assertThat(printed).contains(GUIDE.text(gate, part).replaceAll("\\s+", " "));
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  void thePageSaysTheSame(String gate) throws IOException {
    String page = Files.readString(Path.of("docs/gates.md"));
    assertThat(page).contains("\n## " + gate + "\n");
    String section = page.substring(page.indexOf("\n## " + gate + "\n") + 1).split("\n## ")[0];
    for (GateGuide.Part part : GateGuide.Part.values()) {
      assertThat(section.replaceAll("\\s+", " "))
          .as("%s.%s", gate, part.key())
          .contains(GUIDE.text(gate, part).replaceAll("\\s+", " "));
    }
  }

  /** A key that nobody reads would be looked for in vain. */
  @ParameterizedTest
  @MethodSource("gates")
  void theSettingsExist(String gate) {
    String template = ConfigTemplate.text(Map.of()) + "#end:";
    String above = "";
    for (String named : GUIDE.text(gate, GateGuide.Part.SETTINGS).split(";")[0].split(", ")) {
      String key = named.startsWith(".") ? above + named : named;
      above = key.split("\\.")[0];
      if (!key.equals("none")) {
        Matcher section = Pattern.compile("(?ms)^#" + above + ":.*?(?=^#\\w)").matcher(template);
        assertThat(section.find()).as("%s: %s", gate, key).isTrue();
        if (key.contains(".")) {
          assertThat(section.group()).contains("\n#  " + key.substring(above.length() + 1) + ":");
        }
      }
    }
  }

  @Test
  void noOtherGateIsKnown() {
    assertThat(GUIDE.render("smokes")).isEmpty();
  }
}
