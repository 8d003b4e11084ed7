package dev.ferry.lanes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Has import-linter, in an environment of its own, compare its answers with the guard's. */
final class ImportLinter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ImportLinter() {}

  /** The interpreter that the build made for it. */
  static Optional<String> python() {
    return Optional.ofNullable(System.getProperty("ferry.test.importlinter"))
        .filter(path -> Files.isExecutable(Path.of(path)));
  }

  /**
   * One comparison.
   *
   * @param directory where import-linter runs
   * @param path where it looks for packages
   */
  record Case(Path directory, Path path, String config, Map<String, Object> answers) {}

  /** How many of what were compared, and what differs. */
  record Compared(Map<String, Integer> counts, List<String> mismatches) {}

  static Compared compare(Path work, List<Case> cases) throws IOException, InterruptedException {
    Path script = work.resolve("compare.py");
    Path input = work.resolve("cases.jsonl");
    Path output = work.resolve("result.json");
    try (var source = ImportLinter.class.getResourceAsStream("compare_with_import_linter.py")) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
    }
    List<String> lines = new ArrayList<>();
    for (Case each : cases) {
      lines.add(
          JSON.writeValueAsString(
              Map.of(
                  "directory", each.directory().toString(),
                  "path", each.path().toString(),
                  "config", each.config(),
                  "answers", each.answers())));
    }
    Files.write(input, lines);
    ProcessBuilder builder =
        new ProcessBuilder(
            python().orElseThrow(), "-B", script.toString(), input.toString(), output.toString());
    builder.environment().put("PYTHONHASHSEED", "0");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(work.resolve("log.txt").toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(work.resolve("log.txt")));
    }
    JsonNode result = JSON.readTree(Files.readString(output));
    Map<String, Integer> counts = new java.util.TreeMap<>();
    result.get("counts").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    List<String> mismatches = new ArrayList<>();
    result.get("mismatches").forEach(each -> mismatches.add(each.asString()));
    return new Compared(counts, mismatches);
  }
}
