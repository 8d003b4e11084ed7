package dev.ferry.probe;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The keywords of JSON Schema that judge a value by itself, without a schema inside of them. */
final class JsonAssertions {
  private static final int MOST_UNIQUE = 1000;
  private static final int LARGEST_SCALE = 1000;

  /** OpenAPI 3.0 has bounds of its own, and numbers are integers by how they are written. */
  private final boolean old;

  /**
   * @param old whether the document is one of OpenAPI 3.0
   */
  JsonAssertions(boolean old) {
    this.old = old;
  }

  /**
   * @return whether the keyword is one of these
   */
  boolean judge(
      String keyword, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
    JsonNode given = schema.path(keyword);
    switch (keyword) {
      case "type" -> hold(isOfType(given, value), where, "is no " + words(given), found);
      case "enum" ->
          hold(!given.isArray() || has(given, value), where, "is not in the enum", found);
      case "const" -> hold(same(given, value), where, "is not " + given, found);
      case "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf" ->
          number(keyword, schema, value, where, found);
      case "maxLength", "minLength" -> {
        if (value.isString()) {
          String text = value.asString();
          size(keyword, given, text.codePointCount(0, text.length()), "characters", where, found);
        }
      }
      case "maxItems", "minItems" -> {
        if (value.isArray()) {
          size(keyword, given, value.size(), "items", where, found);
        }
      }
      case "maxProperties", "minProperties" -> {
        if (value.isObject()) {
          size(keyword, given, value.size(), "members", where, found);
        }
      }
      case "pattern" -> pattern(given, value, where, found);
      case "uniqueItems" -> unique(given, value, where, found);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void hold(boolean holds, String where, String why, ShapeFindings found) {
    if (!holds) {
      found.mismatch(where, why);
    }
  }

  private static void size(
      String keyword, JsonNode given, int size, String things, String where, ShapeFindings found) {
    boolean most = keyword.startsWith("max");
    if (given.isNumber() && (most ? size > given.asDouble() : size < given.asDouble())) {
      String why = "has %d %s, %s %s are allowed";
      found.mismatch(where, why.formatted(size, things, most ? "at most" : "at least", given));
    }
  }

  private static void pattern(JsonNode given, JsonNode value, String where, ShapeFindings found) {
    if (!value.isString() || !given.isString()) {
      return;
    }
    Optional<Boolean> matches = EcmaPattern.isFoundIn(given.asString(), value.asString());
    if (matches.isEmpty()) {
      found.unjudged("pattern " + given.asString());
    } else {
      hold(matches.get(), where, "does not match " + given.asString(), found);
    }
  }

  private static void unique(JsonNode given, JsonNode value, String where, ShapeFindings found) {
    if (!value.isArray() || !given.asBoolean(false)) {
      return;
    }
    if (value.size() > MOST_UNIQUE) {
      found.unjudged("uniqueItems of more than " + MOST_UNIQUE);
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (same(value.path(i), value.path(j))) {
          found.mismatch(where, "has the same item at " + j + " and " + i);
          return;
        }
      }
    }
  }

  private void number(
      String keyword, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
    JsonNode given = schema.path(keyword);
    if (!value.isNumber() || !given.isNumber()) {
      return; // in 3.0 the exclusive ones are flags of the others
    }
    BigDecimal number = value.decimalValue();
    BigDecimal bound = given.decimalValue();
    if (keyword.equals("multipleOf")) {
      if (Math.abs(number.scale()) > LARGEST_SCALE || bound.signum() <= 0) {
        found.unjudged("multipleOf");
      } else {
        boolean holds = number.remainder(bound).signum() == 0;
        hold(holds, where, "is no multiple of " + given, found);
      }
      return;
    }
    boolean upper = keyword.endsWith("aximum");
    boolean excluded =
        keyword.startsWith("exclusive")
            || (old
                && schema.path(upper ? "exclusiveMaximum" : "exclusiveMinimum").asBoolean(false));
    int order = upper ? number.compareTo(bound) : bound.compareTo(number);
    String word = excluded ? (upper ? "below " : "above ") : upper ? "at most " : "at least ";
    hold(excluded ? order < 0 : order <= 0, where, "is not " + word + given, found);
  }

  private static boolean has(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (same(each, value)) {
        return true;
      }
    }
    return false;
  }

  /** JSON Schema's equality: 1 and 1.0 are the same number, the order of members is none. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.size() != other.size() || one.getNodeType() != other.getNodeType()) {
      return false;
    }
    if (one.isArray()) {
      for (int i = 0; i < one.size(); i++) {
        if (!same(one.path(i), other.path(i))) {
          return false;
        }
      }
      return true;
    }
    if (one.isObject()) {
      for (Map.Entry<String, JsonNode> member : one.properties()) {
        if (!same(member.getValue(), other.path(member.getKey()))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }

  private static String words(JsonNode types) {
    return types.toString().replaceAll("[\"\\[\\]]", "").replace(",", " or ");
  }

  private boolean isOfType(JsonNode types, JsonNode value) {
    if (!types.isArray()) {
      return isOfType(types.asString(""), value);
    }
    for (JsonNode type : types) {
      if (isOfType(type.asString(""), value)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber() || (!old && isWhole(value));
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true; // the gate that reads the document tells of it
    };
  }

  private static boolean isWhole(JsonNode value) {
    return value.isNumber()
        && (value.decimalValue().signum() == 0
            || value.decimalValue().stripTrailingZeros().scale() <= 0);
  }
}
