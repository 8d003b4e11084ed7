package dev.ferry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTemplateTest {
  @TempDir Path folder;

  @Test
  void theTemplateMeansTheDefaults() throws IOException {
    Configured standard = read("");

    Configured template = read(ConfigTemplate.text(Map.of()));

    assertThat(template.problems()).isEmpty();
    assertThat(template.configuration()).isEqualTo(standard.configuration());
  }

  @Test
  void everyDefaultShownIsTheDefaultWhenTheHashIsTakenOff() throws IOException {
    String all = ConfigTemplate.text(Map.of()).replaceAll("(?m)^#(  )?(?=[a-z_]+:( |$))", "$1");

    Configured configured = read(all);

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration()).isEqualTo(read("").configuration());
    assertThat(configured.settings())
        .filteredOn(setting -> setting.origin().equals(Origin.STANDARD))
        .extracting(Configured.InEffect::key)
        .containsExactly("environment.virtualenv", "lanes.config");
  }

  @Test
  void whatInitFoundIsSet() throws IOException {
    Configured configured =
        read(ConfigTemplate.text(Map.of("environment.virtualenv", ".venv", "parallel", "2")));

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().surroundings().virtualenv()).contains(".venv");
    assertThat(configured.configuration().work().parallel()).isEqualTo(2);
  }

  @Test
  void aLineOfTheTemplateFitsAScreen() {
    assertThat(ConfigTemplate.text(Map.of()).lines()).allMatch(line -> line.length() <= 100);
  }

  private Configured read(String yaml) throws IOException {
    Files.writeString(folder.resolve("ferry.yaml"), yaml);
    return ConfigurationReader.read(
        new ConfigurationSources(folder, Optional.empty(), Optional.empty(), Map.of(), Map.of()));
  }
}
