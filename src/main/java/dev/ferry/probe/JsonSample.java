package dev.ferry.probe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that fit the schemas of an OpenAPI document: its examples, else the simplest. */
final class JsonSample {
  private static final int DEEPEST = 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaReferences references;

  JsonSample(JsonNode document) {
    this.references = new SchemaReferences(document);
  }

  /** The JSON body of an operation; nothing where it takes none. */
  Optional<String> body(JsonNode operation) {
    JsonNode body = references.resolved(operation.path("requestBody"));
    JsonNode content = body.path("content").path("application/json");
    if (!content.isObject()) {
      return Optional.empty();
    }
    JsonNode value = example(content).orElseGet(() -> value(content.path("schema"), 0));
    return Optional.of(JsonMapper.builder().build().writeValueAsString(value));
  }

  private Optional<JsonNode> example(JsonNode described) {
    if (described.has("example")) {
      return Optional.of(described.path("example"));
    }
    for (JsonNode each : described.path("examples")) {
      return Optional.of(each.has("value") ? each.path("value") : each);
    }
    return Optional.empty();
  }

  private JsonNode value(JsonNode written, int depth) {
    JsonNode schema = references.resolved(written);
    Optional<JsonNode> example = example(schema);
    if (example.isPresent()) {
      return example.get();
    }
    for (String given : List.of("default", "const")) {
      if (schema.has(given)) {
        return schema.path(given);
      }
    }
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return schema.path("enum").path(0);
    }
    if (depth > DEEPEST) {
      return NODES.nullNode();
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
        return value(schema.path(choice).path(0), depth + 1);
      }
    }
    return byType(schema, depth);
  }

  private JsonNode byType(JsonNode schema, int depth) {
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asString("") : type.asString("")) {
      case "string" -> NODES.stringNode("x".repeat(Math.max(1, schema.path("minLength").asInt(1))));
      case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
      case "boolean" -> NODES.booleanNode(true);
      case "null" -> NODES.nullNode();
      case "array" -> array(schema, depth);
      default -> object(schema, depth);
    };
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode items = NODES.arrayNode();
    if (schema.path("minItems").asInt(0) > 0) {
      items.add(value(schema.path("items"), depth + 1));
    }
    return items;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (JsonNode part : schema.path("allOf")) {
      if (value(part, depth + 1) instanceof ObjectNode more) {
        object.setAll(more);
      }
    }
    for (JsonNode name : schema.path("required")) {
      JsonNode property = schema.path("properties").path(name.asString(""));
      object.set(name.asString(""), value(property, depth + 1));
    }
    return object;
  }
}
