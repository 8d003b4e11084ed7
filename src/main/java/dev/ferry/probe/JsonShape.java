package dev.ferry.probe;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with the schemas of an OpenAPI document: types, required properties, items, enums
 * and their combinations. Formats, patterns and lengths are not looked at.
 */
final class JsonShape {
  private static final int DEEPEST = 40;
  private static final int MOST_ITEMS = 20;

  private final JsonNode document;

  JsonShape(JsonNode document) {
    this.document = document;
  }

  /** Each as {@code $.a[0]: why}. */
  List<String> mismatches(JsonNode schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    compare(schema, value, "$", 0, found);
    return found;
  }

  static JsonNode resolved(JsonNode document, JsonNode node) {
    JsonNode at = node;
    for (int i = 0; i < DEEPEST && at.path("$ref").isString(); i++) {
      String ref = at.path("$ref").asString();
      at = ref.startsWith("#/") ? document.at(ref.substring(1)) : document.path("\0");
    }
    return at;
  }

  private void compare(
      JsonNode written, JsonNode value, String where, int depth, List<String> found) {
    JsonNode schema = resolved(document, written);
    if (depth > DEEPEST || !schema.isObject()) {
      return;
    }
    if (value.isNull() && schema.path("nullable").asBoolean(false)) {
      return;
    }
    schema.path("allOf").forEach(part -> compare(part, value, where, depth + 1, found));
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.path(choice).isArray() && !anyFits(schema.path(choice), value, depth)) {
        found.add(where + ": fits none of " + choice);
      }
    }
    if (schema.has("type") && !isOneOf(schema.path("type"), value)) {
      found.add(where + ": is no " + schema.path("type").toString().replace("\"", ""));
      return;
    }
    if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
      found.add(where + ": is none of the enum");
    }
    inside(schema, value, where, depth, found);
  }

  private void inside(
      JsonNode schema, JsonNode value, String where, int depth, List<String> found) {
    if (value.isObject()) {
      for (JsonNode name : schema.path("required")) {
        if (!value.has(name.asString(""))) {
          found.add(where + ": lacks " + name.asString(""));
        }
      }
      for (String name : schema.path("properties").propertyNames()) {
        if (value.has(name)) {
          JsonNode property = schema.path("properties").path(name);
          compare(property, value.path(name), where + "." + name, depth + 1, found);
        }
      }
    }
    if (value.isArray()) {
      for (int i = 0; i < Math.min(value.size(), MOST_ITEMS); i++) {
        compare(schema.path("items"), value.path(i), where + "[" + i + "]", depth + 1, found);
      }
    }
  }

  private boolean anyFits(JsonNode choices, JsonNode value, int depth) {
    for (JsonNode choice : choices) {
      List<String> found = new ArrayList<>();
      compare(choice, value, "", depth + 1, found);
      if (found.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(JsonNode types, JsonNode value) {
    if (types.isArray()) {
      for (JsonNode type : types) {
        if (isOfType(type.asString(""), value)) {
          return true;
        }
      }
      return false;
    }
    return isOfType(types.asString(""), value);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }
}
