package dev.ferry.gate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenApiDocumentTest {
  private static final String PETS = "petstore-3.0.yaml";
  private static final String GARAGE = "garage-3.1.json";

  private static String resource(String name) {
    try (InputStream stream = OpenApiDocumentTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Checked check(String path, Map<String, String> tree) {
    return OpenApiDocument.check(
        path,
        bytes(tree.getOrDefault(path, "")),
        other -> Optional.ofNullable(tree.get(other)).map(OpenApiDocumentTest::bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> mistakes(String path, Map<String, String> tree) {
    Checked checked = check(path, tree);
    assertThat(checked).isInstanceOf(Checked.Read.class);
    return ((Checked.Read) checked)
        .mistakes().stream().map(it -> it.pointer() + ": " + it.text()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {PETS, GARAGE})
  void whatTheSpecificationAllowsIsNoMistake(String name) {
    assertThat(mistakes(name, Map.of(name, resource(name)))).isEmpty();
  }

  /** One text replaced by another, and the one mistake that this makes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title: Pets | x-title: Pets | /info: lacks 'title'
          version: "1.0" | version: 1.0 | /info/version: has to be text
          x-owner: pets | owner: pets | /info/owner: is no member of this object (info)
          openapi: 3.0.3 | openapi: three | /openapi: is no version of the specification, such as 3.1.0
          paths: | x-paths: | : lacks 'paths'
          /pets/{petId}: | pets/{petId}: | /paths/pets~1{petId}: a path begins with '/'
          operationId: getPet\\n | operationId: listPets\\n | /paths/~1pets~1{petId}/get: operationId 'listPets' is that of /paths/~1pets/get already
          deprecated: false | deprecated: "no" | /paths/~1pets~1{petId}/get/deprecated: has to be true or false
          deprecated: false | deprecate: false | /paths/~1pets~1{petId}/get/deprecate: is no member of this object (operation)
          summary: one | delete: one | /paths/~1pets~1{petId}/delete: has to be an object (operation)
          /pets/{petId}: | /pets/{id}/{petId}: | /paths/~1pets~1{id}~1{petId}/get: declares no path parameter 'id'
          /pets/{petId}: | /pets/one: | /paths/~1pets~1one/get: has a path parameter 'petId' that is not in its path
          required: true\\n        schema: {type: integer, minimum | schema: {type: integer, minimum | /paths/~1pets~1{petId}/parameters/0: a path parameter needs 'required: true'
          in: query, allow | in: body, allow | /components/parameters/Limit: 'in' is path, query, header or cookie, not body
          name: filter | name: limit | /paths/~1pets/get/parameters/1: the parameter 'limit' in query is there already
          style: deepObject | style: simple | /paths/~1pets/get/parameters/1: style 'simple' is none for query
          style: deepObject | schema: {} | /paths/~1pets/get/parameters/1: has both 'schema' and 'content'
          , schema: {type: integer, default: 10} | `` | /components/parameters/Limit: lacks 'schema' or 'content'
          4XX: | 4xx: | /paths/~1pets/get/responses/4xx: is no status code: 200, 2XX or default
          "201": {description: added} | "201": {} | /paths/~1pets/post/responses/201: lacks 'description'
          "201": {description: added} | x-none: 1 | /paths/~1pets/post/responses: has no response
          none: {value: []} | none: {value: [], externalValue: a} | /paths/~1pets/get/responses/200/content/application~1json/examples/none: has both 'value' and 'externalValue'
          items: {$ref: "#/components/schemas/Pet"} | items: {$ref: "#/components/schemas/Cat"} | /paths/~1pets/get/responses/200/content/application~1json/schema/items: $ref '#/components/schemas/Cat' leads nowhere (nothing there)
          `  - key: []` | `  - lock: []` | /security/0/lock: names a security scheme that components do not declare
          tags: [pets] | tags: pets | /paths/~1pets/get/tags: has to be a list
          `  - name: pets` | `  - name: pets\\n  - name: pets` | /tags/1: the tag 'pets' is there already
          Dog: | A Dog: | /components/schemas/A Dog: a component's name has letters, digits, '.', '_' and '-' only
          type: apiKey, name: X-Key | type: apiKey | /components/securitySchemes/key: lacks 'name'
          in: header | in: body | /components/securitySchemes/key: 'in' is query, header or cookie, not body
          type: http, scheme: bearer, | type: mutualTLS, | /components/securitySchemes/basic: mutualTLS is there from 3.1 on
          type: openIdConnect | type: magic | /components/securitySchemes/connect: there is no security scheme of type magic
          tokenUrl: | refreshUrl: | /components/securitySchemes/login/flows/clientCredentials: lacks 'tokenUrl'
          id: {type: integer, | id: {type: int, | /components/schemas/Pet/properties/id/type: has to be one of string, number, integer, boolean, array, object
          nullable: true | const: 1 | /components/schemas/Pet/properties/name/const: is no member of this object (schema)
          exclusiveMinimum: true | exclusiveMinimum: 1 | /paths/~1pets~1{petId}/parameters/0/schema/exclusiveMinimum: has to be true or false
          {enum: [loud, 1, null]} | {type: array} | /components/schemas/Dog/allOf/1/properties/bark: an array lacks 'items'
          {url: "https://example.org/pets"} | {} | /tags/0/externalDocs: lacks 'url'
          {default: example.org, enum | {enum | /servers/0/variables/host: lacks 'default'
          required: [id] | required: id | /components/schemas/Pet/required: has to be a list
          """)
  void eachRuleOfThreeZeroIsKept(String good, String bad, String mistake) {
    String text = resource(PETS);
    String broken = text.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
    assertThat(broken).isNotEqualTo(text);

    assertThat(mistakes(PETS, Map.of(PETS, broken))).contains(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "identifier": "MIT" | "identifier": "MIT", "url": "a" | /info/license: has both 'identifier' and 'url'
          ["object", "null"] | ["object", "nil"] | /components/schemas/Car/type/1: has to be one of string, number, integer, boolean, array, object, null
          "exclusiveMinimum": 0 | "exclusiveMinimum": true | /components/schemas/Car/properties/age/exclusiveMinimum: has to be a number
          Car/$defs/wheel" | Car/$defs/wing" | /components/schemas/Car/properties/wheels: $ref '#/components/schemas/Car/$defs/wing' leads nowhere (nothing there)
          "schema": true | "schema": 1 | /webhooks/sold/post/requestBody/content/application~1json/schema: has to be an object (schema)
          "then": {"unevaluatedProperties": false} | "then": {"items": []} | /components/schemas/Car/then/items: has to be an object (schema)
          """)
  void eachRuleOfThreeOneIsKept(String good, String bad, String mistake) {
    String text = resource(GARAGE);
    String broken = text.replace(good, bad);
    assertThat(broken).isNotEqualTo(text);

    assertThat(mistakes(GARAGE, Map.of(GARAGE, broken))).containsExactly(mistake);
  }

  @Test
  void whatCameWithThreeOneIsAMistakeInThreeZero() {
    String text = resource(GARAGE).replace("\"3.1.0\"", "\"3.0.3\"");

    assertThat(mistakes(GARAGE, Map.of(GARAGE, text)))
        .contains(
            "/webhooks: is no member of this object (document)",
            "/info/summary: is no member of this object (info)",
            "/components/pathItems: is no member of this object (components)");
  }

  @Test
  void aDocumentWithoutAnyContentIsAMistakeInThreeOneToo() {
    String text = "openapi: 3.1.0\ninfo: {title: a, version: b}\n";

    assertThat(mistakes("a.yaml", Map.of("a.yaml", text)))
        .containsExactly(": lacks 'paths', 'components' and 'webhooks'");
  }

  @Test
  void filesOfTheTreeAreFollowedAndTheirMistakesToldWithTheirLines() {
    String text =
        """
        openapi: 3.0.0
        info: {title: a, version: b}
        paths:
          /a:
            $ref: "../paths/a.yml#/item"
          /b:
            $ref: "gone.yml"
        """;
    Checked checked =
        check(
            "docs/api/a.yaml",
            Map.of(
                "docs/api/a.yaml", text, "docs/paths/a.yml", "item:\n  get:\n    responses: {}\n"));

    assertThat(((Checked.Read) checked).mistakes())
        .containsExactlyInAnyOrder(
            new Mistake("docs/paths/a.yml", 3, "/item/get/responses", "has no response"),
            new Mistake(
                "docs/api/a.yaml",
                7,
                "/paths/~1b",
                "$ref 'gone.yml' leads nowhere (no such file: docs/api/gone.yml)"));
  }

  @Test
  void otherFilesAndVersionsAreToldApart() {
    assertThat(check("a.json", Map.of("a.json", "{\"swagger\": \"2.0\"}")))
        .isEqualTo(new Checked.OtherVersion("2.0"));
    assertThat(check("a.json", Map.of("a.json", "{\"openapi\": \"3.2.0\"}")))
        .isEqualTo(new Checked.OtherVersion("3.2.0"));
    assertThat(check("a.json", Map.of("a.json", "{\"a\": 1}")))
        .isInstanceOfSatisfying(Checked.Read.class, read -> assertThat(read.isOne()).isFalse());
    assertThat(check("a.json", Map.of("a.json", "{\n\"a\": oh}")))
        .isInstanceOfSatisfying(
            Checked.Unreadable.class, broken -> assertThat(broken.line()).isEqualTo(2));
    assertThat(check("a.yaml", Map.of("a.yaml", "a: &a [*a]")))
        .isInstanceOf(Checked.Unreadable.class);
  }
}
