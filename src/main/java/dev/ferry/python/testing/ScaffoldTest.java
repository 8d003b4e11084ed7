package dev.ferry.python.testing;

import dev.ferry.toolchain.PublicNames;
import dev.ferry.toolchain.PublicNames.Kind;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The test that is written for a module which moves: it has what it had before. */
final class ScaffoldTest {
  private ScaffoldTest() {}

  static PublicNames understand(byte[] answer) {
    JsonNode root = PythonAnswer.read(answer);
    if (root.has("error")) {
      return new PublicNames.NotImportable(root.path("error").asString());
    }
    Map<String, Kind> names = new TreeMap<>();
    root.path("names").forEachEntry((name, described) -> names.put(name, kind(described)));
    JsonNode file = root.path("file");
    return new PublicNames.Known(file.isString() ? file.stringValue() : "", names);
  }

  private static Kind kind(JsonNode described) {
    return switch (described.path("kind").asString("")) {
      case "class" -> new Kind.Type();
      case "value" -> new Kind.Value(described.path("type").asString(""));
      case "function" -> {
        JsonNode parameters = described.path("parameters");
        yield new Kind.Function(
            parameters.isArray()
                ? Optional.of(parameters.valueStream().map(JsonNode::asString).toList())
                : Optional.empty());
      }
      default -> throw new UnreadableAnswerException("no kind of name: " + described);
    };
  }

  static byte[] source(String module, PublicNames names) {
    Map<String, Kind> known =
        switch (names) {
          case PublicNames.Known(String file, Map<String, Kind> kinds) -> kinds;
          case PublicNames.NotImportable(String error) ->
              throw new IllegalArgumentException("no test for what cannot be imported: " + error);
        };
    StringBuilder source = new StringBuilder();
    source
        .append("\"\"\"What ")
        .append(module)
        .append(" offers, as it was before it moved.\"\"\"\n");
    source.append("import importlib\nimport inspect\n\n");
    if (!known.isEmpty()) {
      source.append("import pytest\n\n");
    }
    source.append("MODULE = \"").append(module).append("\"\n");
    if (!known.isEmpty()) {
      appendNames(source, known);
    }
    source.append(IMPORTS);
    if (!known.isEmpty()) {
      source.append(OFFERS);
    }
    return (known.isEmpty() ? withoutInspect(source.toString()) : source.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String withoutInspect(String source) {
    return source.replace("import inspect\n", "");
  }

  private static void appendNames(StringBuilder source, Map<String, Kind> known) {
    source.append(
        "\n"
            + "# name -> kind, and for a function its parameters (= with a default), for a value"
            + " its type\n"
            + "PUBLIC = {\n");
    known.forEach(
        (name, kind) ->
            source
                .append("    \"")
                .append(name)
                .append("\": ")
                .append(
                    switch (kind) {
                      case Kind.Type() -> "(\"class\", None)";
                      case Kind.Value(String type) ->
                          "(\"value\", " + (type.isEmpty() ? "None" : "\"" + type + "\"") + ")";
                      case Kind.Function(Optional<List<String>> parameters) ->
                          "(\"function\", "
                              + parameters.map(ScaffoldTest::list).orElse("None")
                              + ")";
                    })
                .append(",\n"));
    source.append("}\n");
  }

  private static String list(List<String> parameters) {
    return parameters.stream()
        .map(p -> "\"" + p + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static final String IMPORTS =
      """


      def test_imports_under_its_name():
          assert importlib.import_module(MODULE).__name__ == MODULE
      """;

  private static final String OFFERS =
      """


      def parameters_of(thing):
          return [
              f"{p.kind.name} {p.name}" + ("" if p.default is p.empty else " =")
              for p in inspect.signature(thing).parameters.values()
          ]


      @pytest.mark.parametrize("name", sorted(PUBLIC))
      def test_offers(name):
          kind, known = PUBLIC[name]
          module = importlib.import_module(MODULE)
          assert hasattr(module, name), f"{MODULE} has no {name}"
          thing = getattr(module, name)
          if kind == "class":
              assert inspect.isclass(thing)
          elif kind == "function":
              assert callable(thing)
              if known is not None:
                  assert parameters_of(thing) == known
          else:
              assert known is None or type(thing).__name__ == known
      """;
}
