package dev.ferry.probe;

import dev.ferry.gate.AnsweredBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Compares JSON with the schemas of an OpenAPI document: those of 3.0, and JSON Schema 2020-12 from
 * 3.1 on. Formats are annotations there and are not looked at; a keyword that is not known here is
 * told, and neither holds nor breaks.
 *
 * <p>Kinder than the specification in one thing: {@code nullable} of 3.0 allows null beside any
 * other keyword, as most who write it mean.
 */
final class JsonShape {
  private static final int MOST_STEPS = 200_000;

  /** They describe, or another keyword reads them. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "$ref",
          "title",
          "description",
          "default",
          "example",
          "examples",
          "deprecated",
          "format",
          "readOnly",
          "writeOnly",
          "xml",
          "externalDocs",
          "discriminator",
          "$comment",
          "$defs",
          "$anchor",
          "definitions",
          "contentEncoding",
          "contentMediaType",
          "contentSchema",
          "then",
          "else",
          "minContains",
          "maxContains");

  /** Of JSON Schema 2020-12; in OpenAPI 3.0 they mean nothing. */
  private static final Set<String> SINCE_31 =
      Set.of(
          "const",
          "if",
          "then",
          "else",
          "prefixItems",
          "contains",
          "minContains",
          "maxContains",
          "patternProperties",
          "propertyNames",
          "dependentRequired",
          "dependentSchemas",
          "$defs",
          "$anchor",
          "$comment",
          "examples",
          "contentEncoding",
          "contentMediaType",
          "contentSchema");

  private final SchemaReferences references;
  private final boolean old;
  private final JsonAssertions assertions;

  JsonShape(JsonNode document) {
    this.references = new SchemaReferences(document);
    this.old = document.path("openapi").asString("").startsWith("3.0");
    this.assertions = new JsonAssertions(old);
  }

  /** What a body is that an application sent: members that only requests have may be missing. */
  AnsweredBody compare(JsonNode schema, JsonNode value) {
    ShapeFindings found = new ShapeFindings();
    new Walk().schema(schema, value, "$", found);
    return new AnsweredBody(found.mismatches(), List.copyOf(found.unjudged()));
  }

  /** One comparison. */
  private final class Walk {
    private final Map<JsonNode, Set<String>> followed = new IdentityHashMap<>();
    private int steps;

    void schema(JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      if (++steps > MOST_STEPS) {
        found.unjudged("a body that takes more than " + MOST_STEPS + " steps");
        return;
      }
      if (schema.isBoolean() && !schema.asBoolean()) {
        found.mismatch(where, "may not be there");
      }
      if (!schema.isObject()) {
        return;
      }
      if (schema.path("$ref").isString()) {
        reference(schema, value, where, found);
        if (old) {
          return; // what stands beside it there has no effect
        }
      }
      for (String other : List.of("$id", "$schema")) {
        if (!old && schema.has(other)) {
          found.unjudged(other);
          return;
        }
      }
      if (old && value.isNull() && schema.path("nullable").asBoolean(false)) {
        return;
      }
      ShapeFindings type = new ShapeFindings();
      if (schema.has("type")) {
        assertions.judge("type", schema, value, where, type);
      }
      if (type.differs()) {
        type.mismatches().forEach(found.mismatches()::add);
        return;
      }
      for (String keyword : schema.propertyNames()) {
        keyword(keyword, schema, value, where, found);
      }
    }

    private void reference(JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      String reference = schema.path("$ref").asString();
      JsonNode target = references.target(reference);
      Set<String> places = followed.computeIfAbsent(schema, any -> new HashSet<>());
      if (target.isMissingNode() || !places.add(where)) {
        found.unjudged("$ref " + reference);
        return;
      }
      schema(target, value, where, found);
      places.remove(where);
    }

    private void keyword(
        String name, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      JsonNode given = schema.path(name);
      if (old && SINCE_31.contains(name)) {
        found.unjudged(name + " in OpenAPI 3.0");
        return;
      }
      switch (name) {
        case "allOf" -> given.forEach(part -> schema(part, value, where, found));
        case "anyOf", "oneOf" -> choice(name, given, value, where, found);
        case "not" -> {
          ShapeFindings inner = tried(given, value, where, found);
          if (inner.fits()) {
            found.mismatch(where, "is what 'not' rules out");
          }
        }
        case "if" -> condition(schema, value, where, found);
        case "items", "prefixItems", "contains" -> inList(name, schema, value, where, found);
        case "required",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas" ->
            inObject(name, schema, value, where, found);
        default -> {
          boolean known =
              WITHOUT_EFFECT.contains(name)
                  || name.startsWith("x-")
                  || (old && name.equals("nullable"))
                  || assertions.judge(name, schema, value, where, found);
          if (!known) {
            found.unjudged(name);
          }
        }
      }
    }

    /** A comparison that need not come out well; what it could not judge is told all the same. */
    private ShapeFindings tried(
        JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      ShapeFindings inner = new ShapeFindings();
      schema(schema, value, where, inner);
      if (!inner.differs()) {
        found.unjudged(inner);
      }
      return inner;
    }

    private void choice(
        String name, JsonNode choices, JsonNode value, String where, ShapeFindings found) {
      List<ShapeFindings> tried = new ArrayList<>();
      choices.forEach(each -> tried.add(tried(each, value, where, found)));
      long certain = tried.stream().filter(ShapeFindings::fits).count();
      if (name.equals("oneOf") && certain > 1) {
        found.mismatch(where, "fits " + certain + " of oneOf, and has to fit one");
      } else if (!tried.isEmpty() && tried.stream().allMatch(ShapeFindings::differs)) {
        ShapeFindings nearest =
            tried.stream()
                .min(java.util.Comparator.comparingInt(each -> each.mismatches().size()))
                .orElseThrow();
        String why = "fits none of %s (nearest: %s)";
        found.mismatch(where, why.formatted(name, nearest.mismatches().getFirst()));
      }
    }

    private void condition(JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      ShapeFindings asked = tried(schema.path("if"), value, where, found);
      if (asked.differs()) {
        schema(schema.path("else"), value, where, found);
      } else if (asked.fits()) {
        schema(schema.path("then"), value, where, found);
      }
    }

    private void inList(
        String name, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      JsonNode given = schema.path(name);
      if (!value.isArray()) {
        return;
      }
      int first = old ? 0 : schema.path("prefixItems").size();
      switch (name) {
        case "items" -> {
          for (int i = first; i < value.size(); i++) {
            schema(given, value.path(i), where + "[" + i + "]", found);
          }
        }
        case "prefixItems" -> {
          for (int i = 0; i < Math.min(first, value.size()); i++) {
            schema(given.path(i), value.path(i), where + "[" + i + "]", found);
          }
        }
        default -> contains(schema, value, where, found);
      }
    }

    private void contains(JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      int certain = 0;
      int possible = 0;
      for (int i = 0; i < value.size(); i++) {
        ShapeFindings item =
            tried(schema.path("contains"), value.path(i), where + "[" + i + "]", found);
        certain += item.fits() ? 1 : 0;
        possible += item.differs() ? 0 : 1;
      }
      int least = schema.path("minContains").asInt(1);
      int most = schema.path("maxContains").asInt(Integer.MAX_VALUE);
      if (possible < least || certain > most) {
        found.mismatch(where, "has " + possible + " of the items that it has to contain");
      }
    }

    private void inObject(
        String name, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      if (!value.isObject()) {
        return;
      }
      JsonNode given = schema.path(name);
      switch (name) {
        case "required" -> lacks(given, schema, value, where, found);
        case "propertyNames" ->
            value
                .propertyNames()
                .forEach(
                    key ->
                        schema(
                            given,
                            JsonNodeFactory.instance.stringNode(key),
                            where + "." + key + " (its name)",
                            found));
        case "additionalProperties", "patternProperties" ->
            members(name, schema, value, where, found);
        default -> {
          for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (value.has(each.getKey())) {
              switch (name) {
                case "properties" -> {
                  String there = where + "." + each.getKey();
                  schema(each.getValue(), value.path(each.getKey()), there, found);
                }
                case "dependentSchemas" -> schema(each.getValue(), value, where, found);
                default -> lacks(each.getValue(), schema, value, where, found);
              }
            }
          }
        }
      }
    }

    private void lacks(
        JsonNode names, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      for (JsonNode each : names) {
        String name = each.asString("");
        JsonNode property = schema.path("properties").path(name);
        boolean sent = !references.resolved(property).path("writeOnly").asBoolean(false);
        if (sent && !value.has(name)) {
          found.mismatch(where, "lacks " + name);
        }
      }
    }

    /** Members that have no schema by their name alone. */
    private void members(
        String name, JsonNode schema, JsonNode value, String where, ShapeFindings found) {
      JsonNode patterns = old ? schema.path("\0") : schema.path("patternProperties");
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String key = member.getKey();
        String there = where + "." + key;
        boolean additional = !schema.path("properties").has(key);
        for (Map.Entry<String, JsonNode> pattern : patterns.properties()) {
          var matches = EcmaPattern.isFoundIn(pattern.getKey(), key);
          if (matches.isEmpty()) {
            found.unjudged("pattern " + pattern.getKey());
          } else if (matches.get() && name.equals("patternProperties")) {
            schema(pattern.getValue(), member.getValue(), there, found);
          }
          additional &= Objects.equals(matches.orElse(true), false);
        }
        if (additional && name.equals("additionalProperties")) {
          schema(schema.path(name), member.getValue(), there, found);
        }
      }
    }
  }
}
