package dev.ferry.probe;

import dev.ferry.gate.AnsweredBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI document: which operations there are, and how to ask them. */
final class OpenApi {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final List<String> SAFE = List.of("get", "head");

  /** What may take something away comes last. */
  private static final List<String> UNSAFE = List.of("post", "put", "patch", "delete");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /**
   * One operation, ready to be asked.
   *
   * @param name {@code GET /v1/models/{id}}
   * @param target path and query, filled from examples
   * @param other the same with a resource that does not exist; nothing where it takes none
   * @param body JSON that it takes; nothing where it takes none
   */
  record Operation(
      String name, String method, String target, Optional<String> other, Optional<String> body) {
    /** An operation that the document does not describe. */
    static Operation undescribed(String name, String target) {
      String method = name.substring(0, name.indexOf(' '));
      return new Operation(name, method, target, Optional.empty(), Optional.empty());
    }
  }

  /** Whether asking changes nothing. */
  static boolean isSafe(String method) {
    return SAFE.contains(method.toLowerCase(Locale.ROOT));
  }

  /** Whether it is a method of resources: OPTIONS and the like are the server's own. */
  static boolean isAsked(String method, boolean unsafeToo) {
    return isSafe(method) || (unsafeToo && UNSAFE.contains(method.toLowerCase(Locale.ROOT)));
  }

  /** The document, or why it is none. */
  sealed interface Reading {
    record Valid(OpenApi document) implements Reading {}

    record Invalid(String why) implements Reading {}
  }

  static Reading read(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      if (!document.path("openapi").isString()) {
        return new Reading.Invalid("no 'openapi' with its version");
      }
      if (!document.path("openapi").asString().startsWith("3.")) {
        return new Reading.Invalid("version " + document.path("openapi").asString());
      }
      if (!document.path("info").isObject()) {
        return new Reading.Invalid("no 'info'");
      }
      if (!document.path("paths").isObject()) {
        return new Reading.Invalid("no 'paths'");
      }
      for (String path : document.path("paths").propertyNames()) {
        if (!path.startsWith("/") || !document.path("paths").path(path).isObject()) {
          return new Reading.Invalid("the path '" + path + "' makes no sense");
        }
      }
      return new Reading.Valid(new OpenApi(document));
    } catch (JacksonException noJson) {
      return new Reading.Invalid("no JSON: " + String.valueOf(noJson.getOriginalMessage()));
    }
  }

  /**
   * Those that change nothing; then the others, where they are asked for.
   *
   * @param unsafeToo whether they are
   */
  List<Operation> operations(boolean unsafeToo) {
    List<Operation> operations = new ArrayList<>();
    add(SAFE, operations);
    if (unsafeToo) {
      UNSAFE.forEach(method -> add(List.of(method), operations));
    }
    return operations;
  }

  private void add(List<String> methods, List<Operation> operations) {
    JsonNode paths = document.path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : methods) {
        JsonNode item = resolved(paths.path(path));
        JsonNode operation = item.path(method);
        if (operation.isObject()) {
          operations.add(operation(path, method, item, operation));
        }
      }
    }
  }

  private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
    String filled = path;
    String other = path;
    StringBuilder query = new StringBuilder();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode written : list) {
        JsonNode parameter = resolved(written);
        String name = parameter.path("name").asString("");
        String place = parameter.path("in").asString("");
        String value = encoded(example(parameter));
        if (place.equals("path")) {
          filled = filled.replace("{" + name + "}", value);
          other = other.replace("{" + name + "}", "ferry-no-such-thing");
        } else if (place.equals("query") && parameter.path("required").asBoolean(false)) {
          query.append(query.isEmpty() ? "?" : "&").append(encoded(name)).append('=').append(value);
        }
      }
    }
    String upper = method.toUpperCase(Locale.ROOT);
    Optional<String> missing =
        other.equals(path) ? Optional.empty() : Optional.of(unfilled(other) + query);
    Optional<String> body =
        isSafe(method) ? Optional.empty() : new JsonSample(document).body(operation);
    return new Operation(upper + " " + path, upper, unfilled(filled) + query, missing, body);
  }

  /** A parameter that the document does not describe. */
  static String unfilled(String path) {
    return path.replaceAll("\\{[^}/]*}", "1");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String example(JsonNode parameter) {
    JsonNode schema = resolved(parameter.path("schema"));
    List<JsonNode> examples = new ArrayList<>();
    examples.add(parameter.path("example"));
    parameter.path("examples").forEach(each -> examples.add(each.path("value")));
    examples.add(schema.path("example"));
    schema.path("examples").forEach(examples::add);
    examples.add(schema.path("default"));
    schema.path("enum").forEach(examples::add);
    for (JsonNode example : examples) {
      if (example.isValueNode() && !example.isNull()) {
        return example.asString();
      }
    }
    return schema.path("type").asString("").equals("boolean")
        ? "true"
        : schema.path("minimum").isNumber() ? schema.path("minimum").asString() : "1";
  }

  /**
   * What the document says of a body.
   *
   * @param type the answer's Content-Type
   * @return nothing where the body is no JSON and need not be
   */
  Optional<AnsweredBody> judged(String operation, int status, String type, String body) {
    JsonNode content = response(operation, status).path("content");
    String media = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!isJson(media)) {
      return demandsJson(content, media)
          ? Optional.of(mistaken("is " + (media.isEmpty() ? "of no type" : media) + ", no JSON"))
          : Optional.empty();
    }
    JsonNode value;
    try {
      value = JSON.readTree(body);
    } catch (JacksonException broken) {
      return Optional.of(mistaken("is no JSON: " + String.valueOf(broken.getOriginalMessage())));
    }
    if (value.isMissingNode()) {
      return Optional.of(mistaken("is empty, and no JSON"));
    }
    String range = media.replaceFirst("/.*", "/*");
    for (String described : List.of(media, range, "*/*")) {
      for (String name : content.propertyNames()) {
        if (name.replaceFirst(";.*", "").strip().equalsIgnoreCase(described)) {
          JsonNode schema = content.path(name).path("schema");
          return Optional.of(new JsonShape(document).compare(schema, value));
        }
      }
    }
    return Optional.of(new AnsweredBody(List.of(), List.of()));
  }

  /** As its own code says, else by the hundred, else as the rest. */
  private JsonNode response(String operation, int status) {
    int blank = operation.indexOf(' ');
    JsonNode item = resolved(document.path("paths").path(operation.substring(blank + 1)));
    String method = operation.substring(0, blank).toLowerCase(Locale.ROOT);
    JsonNode responses = item.path(method).path("responses");
    for (String key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
      if (responses.has(key)) {
        return resolved(responses.path(key));
      }
    }
    return responses.path("\0");
  }

  private static boolean isJson(String media) {
    return media.equals("application/json") || media.endsWith("+json");
  }

  /** Whether nothing but JSON is described, and more of it than that. */
  private static boolean demandsJson(JsonNode content, String media) {
    boolean shaped = false;
    for (String name : content.propertyNames()) {
      String described = name.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
      if (!isJson(described) || described.equals(media)) {
        return false;
      }
      shaped |= !content.path(name).path("schema").isEmpty();
    }
    return shaped;
  }

  private static AnsweredBody mistaken(String why) {
    return new AnsweredBody(List.of("$: " + why), List.of());
  }

  private JsonNode resolved(JsonNode node) {
    return new SchemaReferences(document).resolved(node);
  }
}
