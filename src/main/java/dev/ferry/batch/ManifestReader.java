package dev.ferry.batch;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a manifest as a stream: every problem at once, each with its line and JSON pointer. Keys
 * that ferry does not need are skipped, whatever they hold.
 */
public final class ManifestReader {
  private final String file;
  private final Findings.Collector findings = new Findings.Collector();
  private final List<ManifestModule> modules = new ArrayList<>();
  private final Map<String, Value> totals = new HashMap<>();
  private boolean hasModules;

  private ManifestReader(String file) {
    this.file = file;
  }

  /** A number or text of the manifest with its place. */
  private record Value(String text, boolean isNumber, int line, int column) {}

  /**
   * Reads a file; one that is missing or cannot be read is a finding, too.
   *
   * @param shown how the user named it
   */
  public static ManifestReading read(Path path, String shown) {
    ManifestReader reader = new ManifestReader(shown);
    try {
      if (Files.isDirectory(path)) {
        reader.problem(0, 0, Code.B002, "it is a directory");
      } else if (Files.exists(path) && Files.size(path) > Limits.FILE_BYTES) {
        reader.problem(0, 0, Code.B003, Long.toString(Limits.FILE_BYTES >> 20));
      } else {
        try (InputStream in = Files.newInputStream(path)) {
          reader.readAll(in);
        }
      }
    } catch (NoSuchFileException missing) {
      reader.problem(0, 0, Code.B001);
    } catch (IOException e) {
      reader.problem(0, 0, Code.B002, String.valueOf(e.getMessage()));
    }
    return reader.reading();
  }

  /** Reads a stream; leaves it open. */
  public static ManifestReading read(InputStream in, String shown) {
    ManifestReader reader = new ManifestReader(shown);
    reader.readAll(in);
    return reader.reading();
  }

  private ManifestReading reading() {
    return new ManifestReading(new Manifest(file, modules), findings.findings());
  }

  private void readAll(InputStream in) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      readDocument(json);
      if (json.nextToken() != null) {
        TokenStreamLocation at = json.currentTokenLocation();
        problem(at.getLineNr(), at.getColumnNr(), Code.B060, "something follows its end");
      }
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      modules.clear();
      problem(
          at == null ? 0 : Math.max(0, at.getLineNr()),
          at == null ? 0 : Math.max(0, at.getColumnNr()),
          Code.B060,
          e.getOriginalMessage());
      return;
    }
    if (!hasModules) {
      problem(0, 0, Code.B061);
    } else {
      checkTotals();
    }
  }

  private void readDocument(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      if (key.equals("modules") && token == JsonToken.START_ARRAY) {
        hasModules = true;
        readModules(json);
      } else {
        take(json, key, totals);
      }
    }
  }

  private void readModules(JsonParser json) {
    for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
      String place = "/modules/" + index;
      TokenStreamLocation at = json.currentTokenLocation();
      if (json.currentToken() != JsonToken.START_OBJECT) {
        problem(at.getLineNr(), at.getColumnNr(), Code.B062, place, "an object");
        json.skipChildren();
        continue;
      }
      Map<String, Value> record = new HashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        json.nextToken();
        take(json, key, record);
      }
      moduleOf(new Entry(place, at.getLineNr(), record)).ifPresent(modules::add);
    }
  }

  private static void take(JsonParser json, String key, Map<String, Value> into) {
    JsonToken token = json.currentToken();
    TokenStreamLocation at = json.currentTokenLocation();
    switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          into.put(
              key,
              new Value(
                  json.getString(),
                  token != JsonToken.VALUE_STRING,
                  at.getLineNr(),
                  at.getColumnNr()));
      case START_OBJECT, START_ARRAY -> json.skipChildren();
      default -> {
        // true, false and null are no value of any key that ferry needs
      }
    }
  }

  private Optional<ManifestModule> moduleOf(Entry entry) {
    @Nullable String module = text(entry, "module");
    @Nullable String source = text(entry, "current_location");
    @Nullable String target = text(entry, "target_location");
    @Nullable String complexity = text(entry, "complexity");
    double effort = number(entry, "effort_hours");
    double score = number(entry, "score");
    Value risk = entry.values.get("risk_level");
    if (module == null || source == null || target == null || complexity == null) {
      return Optional.empty();
    }
    Optional<Complexity> known = Complexity.of(complexity);
    if (known.isEmpty()) {
      Value at = Objects.requireNonNull(entry.values.get("complexity"));
      problem(at.line, at.column, Code.B063, entry.place + "/complexity", complexity);
      return Optional.empty();
    }
    return Optional.of(
        new ManifestModule(
            entry.place,
            entry.line,
            module,
            score,
            source,
            target,
            known.get(),
            effort,
            risk == null ? "" : risk.text));
  }

  /** One record of the manifest while it is read. */
  private record Entry(String place, int line, Map<String, Value> values) {}

  private @Nullable String text(Entry entry, String key) {
    @Nullable Value value = entry.values.get(key);
    if (value == null || value.isNumber || value.text.isBlank()) {
      wrong(entry, key, value, "a text that is not empty");
      return null;
    }
    return value.text;
  }

  private double number(Entry entry, String key) {
    @Nullable Value value = entry.values.get(key);
    if (value == null) {
      return 0;
    }
    double number = value.isNumber ? Double.parseDouble(value.text) : -1;
    if (number < 0 || number > 1e9) {
      wrong(entry, key, value, "a number, not negative");
      return 0;
    }
    return number;
  }

  private void wrong(Entry entry, String key, @Nullable Value value, String expected) {
    problem(
        value == null ? entry.line : value.line,
        value == null ? 0 : value.column,
        Code.B062,
        entry.place + "/" + key,
        expected);
  }

  private void checkTotals() {
    if (findings.findings().hasErrors()) {
      return; // sums over some of the records would only confuse
    }
    checkTotal("total_modules", modules.size());
    checkTotal("total_effort_hours", modules.stream().mapToDouble(m -> m.effortHours()).sum());
  }

  private void checkTotal(String key, double counted) {
    @Nullable Value said = totals.get(key);
    if (said != null && said.isNumber && Math.abs(Double.parseDouble(said.text) - counted) > 1e-6) {
      problem(said.line, said.column, Code.B064, key, said.text, Hours.text(counted));
    }
  }

  private void problem(int line, int column, Code code, String... arguments) {
    findings.add(new Problem(code, file, line, column, List.of(arguments)));
  }
}
