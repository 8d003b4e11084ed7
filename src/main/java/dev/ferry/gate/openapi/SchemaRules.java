package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.formats.DataNode.Type;
import java.util.List;

/** Schemas: those of 3.0, and those of JSON Schema 2020-12 from 3.1 on. */
final class SchemaRules {
  private static final List<String> TYPES =
      List.of("string", "number", "integer", "boolean", "array", "object");

  private final DocumentWalk walk;

  SchemaRules(DocumentWalk walk) {
    this.walk = walk;
  }

  void check(Mapping schema, Place place) {
    DataNode type = schema.members().get("type");
    if (type instanceof Sequence several && walk.minor() > 0) {
      for (int i = 0; i < several.items().size(); i++) {
        type(several.items().get(i), place.at("type").at(String.valueOf(i)));
      }
    } else if (type != null) {
      type(type, place.at("type"));
    }
    for (String name : List.of("exclusiveMinimum", "exclusiveMaximum")) {
      DataNode bound = schema.members().get(name);
      if (bound != null) {
        walk.form(walk.minor() == 0 ? Form.Plain.TRUTH : Form.Plain.NUMBER, bound, place.at(name));
      }
    }
    boolean array = type instanceof Scalar scalar && scalar.text().equals("array");
    if (walk.minor() == 0 && array && !schema.members().containsKey("items")) {
      walk.mistake(schema, place, "an array lacks 'items'");
    }
    for (String name : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.members().get(name) instanceof Sequence list && list.items().isEmpty()) {
        walk.mistake(list, place.at(name), "is empty");
      }
    }
  }

  private void type(DataNode type, Place place) {
    String text = type instanceof Scalar s && s.type() == Type.TEXT ? s.text() : "";
    if (!TYPES.contains(text) && !(text.equals("null") && walk.minor() > 0)) {
      String more = walk.minor() > 0 ? ", null" : "";
      walk.mistake(type, place, "has to be one of " + String.join(", ", TYPES) + more);
    }
  }
}
