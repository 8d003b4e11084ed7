package dev.ferry.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** The data formats whose files the syntax gate reads. */
enum DataFormat {
  JSON("JSON"),
  YAML("YAML"),
  TOML("TOML");

  private static final ObjectMapper JSON_READER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectMapper TOML_READER = TomlMapper.builder().build();
  private static final int MOST_ALIASES = 1000;

  private final String shown;

  DataFormat(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  static Optional<DataFormat> of(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return Optional.of(JSON);
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    return name.endsWith(".toml") ? Optional.of(TOML) : Optional.empty();
  }

  /** What is wrong with a file. */
  record Mistake(int line, String message) {}

  Optional<Mistake> mistakeIn(byte[] content) {
    return switch (this) {
      case JSON -> read(JSON_READER, content);
      case TOML -> read(TOML_READER, content);
      case YAML -> yaml(content);
    };
  }

  private static Optional<Mistake> read(ObjectMapper reader, byte[] content) {
    try {
      if (reader.readTree(content).isMissingNode()) {
        return Optional.of(new Mistake(1, "empty"));
      }
      return Optional.empty();
    } catch (JacksonException mistake) {
      var location = mistake.getLocation();
      int line = location == null ? 0 : Math.max(0, location.getLineNr());
      return Optional.of(new Mistake(line, firstLine(mistake.getOriginalMessage())));
    }
  }

  private static Optional<Mistake> yaml(byte[] content) {
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      // events only: tags of applications are not ours to construct
      for (var event : new Parse(settings).parseString(text)) {
        if (event == null) {
          break;
        }
      }
      return Optional.empty();
    } catch (MarkedYamlEngineException mistake) {
      int line = mistake.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      return Optional.of(new Mistake(line, firstLine(mistake.getProblem())));
    } catch (YamlEngineException mistake) {
      return Optional.of(new Mistake(0, firstLine(mistake.getMessage())));
    } catch (CharacterCodingException mistake) {
      return Optional.of(new Mistake(0, "not UTF-8"));
    }
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
