package dev.ferry.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.AnsweredBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies beside schemas, keyword by keyword. */
final class JsonShapeTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Schemas that others refer to. */
  private static final String SCHEMAS =
      """
      {"openapi": "%s", "components": {"schemas": {
        "Name": {"type": "string", "minLength": 2},
        "Tree": {"type": "object", "required": ["name"], "properties": {
          "name": {"$ref": "#/components/schemas/Name"},
          "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
        "Endless": {"allOf": [{"$ref": "#/components/schemas/Endless"}]},
        "a/b {c}": {"type": "integer"}}}}
      """;

  private static AnsweredBody compare(String version, String schema, String value) {
    JsonNode document = JSON.readTree(SCHEMAS.formatted(version));
    return new JsonShape(document).compare(JSON.readTree(schema), JSON.readTree(value));
  }

  private static void says(String version, String schema, String value, String expected) {
    AnsweredBody body = compare(version, schema, value);
    assertThat(String.join("; ", body.mismatches())).isEqualTo(expected.strip());
    assertThat(body.unjudged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      nullValues = "",
      textBlock =
          """
          {"type": "integer"} | 1 | ``
          {"type": "integer"} | 1.0 | ``
          {"type": "integer"} | 1.5 | $: is no integer
          {"type": "integer"} | "1" | $: is no integer
          {"type": "number"} | 1.5 | ``
          {"type": "number"} | true | $: is no number
          {"type": "boolean"} | false | ``
          {"type": "boolean"} | 0 | $: is no boolean
          {"type": "object"} | [] | $: is no object
          {"type": "array"} | {} | $: is no array
          {"type": "string"} | null | $: is no string
          {"type": "null"} | null | ``
          {"type": ["string", "null"]} | null | ``
          {"type": ["string", "null"]} | "a" | ``
          {"type": ["string", "null"]} | 1 | $: is no string or null
          {"type": "string", "enum": ["a"]} | 1 | $: is no string
          {"enum": ["a", 1, null]} | 1.0 | ``
          {"enum": ["a", 1, null]} | null | ``
          {"enum": ["a", 1]} | 2 | $: is not in the enum
          {"enum": [{"a": 1, "b": [2]}]} | {"b": [2.0], "a": 1} | ``
          {"enum": [{"a": 1, "b": [2]}]} | {"b": [3], "a": 1} | $: is not in the enum
          {"enum": [{"a": 1}]} | {"a": 1, "b": 2} | $: is not in the enum
          {"enum": [[1, 2]]} | [2, 1] | $: is not in the enum
          {"const": "a"} | "a" | ``
          {"const": "a"} | "b" | $: is not "a"
          {"const": null} | 0 | $: is not null
          {"maximum": 3} | 3 | ``
          {"maximum": 3} | 3.01 | $: is not at most 3
          {"maximum": 3} | "9" | ``
          {"minimum": 3} | 3 | ``
          {"minimum": 3} | 2 | $: is not at least 3
          {"exclusiveMaximum": 3} | 3 | $: is not below 3
          {"exclusiveMaximum": 3} | 2 | ``
          {"exclusiveMinimum": 3} | 3 | $: is not above 3
          {"exclusiveMinimum": 3} | 4 | ``
          {"multipleOf": 0.1} | 0.3 | ``
          {"multipleOf": 0.1} | 0.35 | $: is no multiple of 0.1
          {"maxLength": 2} | "😀😀" | ``
          {"maxLength": 2} | "abc" | $: has 3 characters, at most 2 are allowed
          {"minLength": 2} | "ab" | ``
          {"minLength": 2} | "😀" | $: has 1 characters, at least 2 are allowed
          {"minLength": 2} | 1 | ``
          {"pattern": "b"} | "abc" | ``
          {"pattern": "^b"} | "abc" | $: does not match ^b
          {"pattern": "c$"} | "abc" | ``
          {"pattern": "c$"} | "abc\\n" | $: does not match c$
          {"pattern": "^[[&]+$"} | "[&[" | ``
          {"pattern": "^[^[a&&b]$"} | "c" | ``
          {"pattern": "^\\\\[$"} | "[" | ``
          {"pattern": "b"} | 7 | ``
          {"maxItems": 1} | [1] | ``
          {"maxItems": 1} | [1, 2] | $: has 2 items, at most 1 are allowed
          {"minItems": 1} | [] | $: has 0 items, at least 1 are allowed
          {"minItems": 1} | {} | ``
          {"uniqueItems": true} | [1, "1", true] | ``
          {"uniqueItems": true} | [1, 2, 1.0] | $: has the same item at 0 and 2
          {"uniqueItems": false} | [1, 1] | ``
          {"maxProperties": 1} | {"a": 1, "b": 2} | $: has 2 members, at most 1 are allowed
          {"minProperties": 1} | {} | $: has 0 members, at least 1 are allowed
          {"minProperties": 1} | [] | ``
          {"required": ["a", "b"]} | {"b": 1} | $: lacks a
          {"required": ["a"]} | [] | ``
          {"required": ["a"], "properties": {"a": {"writeOnly": true}}} | {} | ``
          {"properties": {"a": {"type": "string"}, "b": {"type": "string"}}} | {"a": 1} | $.a: is no string
          {"additionalProperties": false, "properties": {"a": true}} | {"a": 1} | ``
          {"additionalProperties": false, "properties": {"a": true}} | {"a": 1, "b": 2} | $.b: may not be there
          {"additionalProperties": {"type": "integer"}} | {"a": 1, "b": "2"} | $.b: is no integer
          {"additionalProperties": false, "patternProperties": {"^x": {"type": "integer"}}} | {"xa": 1} | ``
          {"additionalProperties": false, "patternProperties": {"^x": {"type": "integer"}}} | {"xa": "1"} | $.xa: is no integer
          {"additionalProperties": false, "patternProperties": {"^x": {"type": "integer"}}} | {"a": 1} | $.a: may not be there
          {"propertyNames": {"maxLength": 1}} | {"ab": 1} | $.ab (its name): has 2 characters, at most 1 are allowed
          {"dependentRequired": {"a": ["b"]}} | {"a": 1} | $: lacks b
          {"dependentRequired": {"a": ["b"]}} | {"c": 1} | ``
          {"dependentSchemas": {"a": {"required": ["b"]}}} | {"a": 1} | $: lacks b
          {"dependentSchemas": {"a": {"required": ["b"]}}} | {} | ``
          {"items": {"type": "integer"}} | [1, "a", 2, "b"] | $[1]: is no integer; $[3]: is no integer
          {"prefixItems": [{"type": "integer"}, {"type": "string"}]} | [1, 2] | $[1]: is no string
          {"prefixItems": [{"type": "integer"}, {"type": "string"}]} | [1] | ``
          {"prefixItems": [{"type": "integer"}], "items": false} | [1, 2] | $[1]: may not be there
          {"prefixItems": [{"type": "integer"}], "items": false} | [1] | ``
          {"contains": {"type": "integer"}} | ["a", 1] | ``
          {"contains": {"type": "integer"}} | ["a"] | $: has 0 of the items that it has to contain
          {"contains": {"type": "integer"}, "minContains": 0} | ["a"] | ``
          {"contains": {"type": "integer"}, "maxContains": 1} | [1, 2] | $: has 2 of the items that it has to contain
          {"allOf": [{"type": "integer"}, {"minimum": 2}]} | 1 | $: is not at least 2
          {"allOf": [{"type": "integer"}, {"minimum": 2}]} | 2 | ``
          {"anyOf": [{"type": "integer"}, {"type": "string"}]} | "a" | ``
          {"anyOf": [{"type": "integer"}, {"type": "string"}]} | true | $: fits none of anyOf (nearest: $: is no integer)
          {"anyOf": [{"required": ["a", "b"]}, {"required": ["c"]}]} | {} | $: fits none of anyOf (nearest: $: lacks c)
          {"oneOf": [{"type": "integer"}, {"type": "number"}]} | 1.5 | ``
          {"oneOf": [{"type": "integer"}, {"type": "number"}]} | 1 | $: fits 2 of oneOf, and has to fit one
          {"oneOf": [{"type": "integer"}, {"type": "number"}]} | "a" | $: fits none of oneOf (nearest: $: is no integer)
          {"not": {"type": "integer"}} | "a" | ``
          {"not": {"type": "integer"}} | 1 | $: is what 'not' rules out
          {"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"type": "string"}} | 1 | $: is not at least 2
          {"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"type": "string"}} | 2 | ``
          {"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"type": "string"}} | true | $: is no string
          {"if": {"type": "integer"}} | true | ``
          true | 1 | ``
          false | 1 | $: may not be there
          {} | 1 | ``
          {"format": "email", "title": "t", "default": 1, "x-own": 2, "discriminator": {}} | "a" | ``
          {"$ref": "#/components/schemas/Name"} | "a" | $: has 1 characters, at least 2 are allowed
          {"$ref": "#/components/schemas/Name", "maxLength": 3} | "abcd" | $: has 4 characters, at most 3 are allowed
          {"$ref": "#/components/schemas/a~1b%20%7Bc%7D"} | "a" | $: is no integer
          {"$ref": "#/components/schemas/Tree"} | {"name": "ab", "children": [{"name": "cd", "children": []}, {"name": 1}]} | $.children[1].name: is no string
          {"$ref": "#/components/schemas/Tree"} | {"name": "ab", "children": [{"children": [{"name": "x"}]}]} | $.children[0].children[0].name: has 1 characters, at least 2 are allowed; $.children[0]: lacks name
          """)
  void eachKeywordOf31(String schema, String value, String expected) {
    AnsweredBody body = compare("3.1.0", schema, value);
    assertThat(body.unjudged()).isEmpty();
    assertThat(body.mismatches())
        .containsExactlyInAnyOrderElementsOf(
            expected == null || expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
  }

  @Test
  void whatIsDifferentIn30() {
    says("3.0.3", "{'type': 'string', 'nullable': true}".replace('\'', '"'), "null", "");
    says("3.0.3", "{\"type\": \"string\"}", "null", "$: is no string");
    says("3.0.3", "{\"type\": \"integer\"}", "1.0", "$: is no integer");
    says("3.0.3", "{\"maximum\": 3, \"exclusiveMaximum\": true}", "3", "$: is not below 3");
    says("3.0.3", "{\"maximum\": 3, \"exclusiveMaximum\": false}", "3", "");
    says("3.0.3", "{\"minimum\": 3, \"exclusiveMinimum\": true}", "3", "$: is not above 3");
    says("3.0.3", "{\"minimum\": 3, \"exclusiveMaximum\": true}", "3", "");
    String named = "{\"$ref\": \"#/components/schemas/Name\", \"maxLength\": 3}";
    says("3.0.3", named, "\"abcd\"", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3.1.0 | {"unevaluatedProperties": false} | {"a": 1} | unevaluatedProperties
          3.1.0 | {"$dynamicRef": "#a"} | 1 | $dynamicRef
          3.1.0 | {"nullable": true} | 1 | nullable
          3.1.0 | {"$id": "other", "type": "string"} | 1 | $id
          3.1.0 | {"$schema": "other", "type": "string"} | 1 | $schema
          3.1.0 | {"items": {"$ref": "other.json"}} | [1] | $ref other.json
          3.1.0 | {"$ref": "#/components/schemas/Nobody"} | 1 | $ref #/components/schemas/Nobody
          3.1.0 | {"$ref": "#/components/schemas/Endless"} | 1 | $ref #/components/schemas/Endless
          3.1.0 | {"pattern": "(?<"} | "a" | pattern (?<
          3.1.0 | {"pattern": "^(a+)+\\\\1c$"} | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" | pattern ^(a+)+\\1c$
          3.1.0 | {"oneOf": [{"type": "integer"}, {"strange": 1}]} | 1 | strange
          3.1.0 | {"not": {"strange": 1}} | 1 | strange
          3.1.0 | {"if": {"strange": 1}, "then": false, "else": false} | 1 | strange
          3.1.0 | {"contains": {"strange": 1}} | [1] | strange
          3.1.0 | {"additionalProperties": false, "patternProperties": {"(": false}} | {"a": 1} | pattern (
          3.0.3 | {"const": 1} | 2 | const in OpenAPI 3.0
          3.0.3 | {"if": {}, "then": false} | 2 | if in OpenAPI 3.0; then in OpenAPI 3.0
          """)
  void whatIsNotKnownIsToldAndNeitherHoldsNorBreaks(
      String version, String schema, String value, String unjudged) {
    AnsweredBody body = compare(version, schema, value);
    assertThat(body.mismatches()).isEmpty();
    assertThat(String.join("; ", body.unjudged())).isEqualTo(unjudged);
  }

  @Test
  void aChoiceThatDoesNotFitNeedsNoMoreJudging() {
    says("3.1.0", "{\"anyOf\": [{\"type\": \"string\", \"strange\": 1}, {}]}", "1", "");
  }

  @Test
  void whatMultipliesWithoutEndIsCutAndTold() {
    String two = "{\"$ref\": \"#/components/schemas/Deep\"}";
    JsonNode document =
        JSON.readTree(
            "{\"openapi\": \"3.1.0\", \"components\": {\"schemas\": {\"Deep\": {\"items\":"
                + " {\"anyOf\": [%s, %s]}}}}}".formatted(two, two));
    String deep = "[".repeat(60) + "]".repeat(60);
    AnsweredBody body = new JsonShape(document).compare(JSON.readTree(two), JSON.readTree(deep));
    assertThat(body.unjudged()).containsExactly("a body that takes more than 200000 steps");
  }
}
