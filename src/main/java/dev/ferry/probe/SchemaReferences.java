package dev.ferry.probe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Follows {@code $ref} inside of one document. */
final class SchemaReferences {
  private static final int DEEPEST = 40;

  private final JsonNode document;

  SchemaReferences(JsonNode document) {
    this.document = document;
  }

  /** What a reference leads to; a missing node where that is nothing, or another document. */
  JsonNode target(String reference) {
    if (reference.equals("#")) {
      return document;
    }
    if (!reference.startsWith("#/")) {
      return MissingNode.getInstance();
    }
    try {
      // only '+' is no escape in a URI's fragment
      String pointer = reference.substring(1).replace("+", "%2B");
      return document.at(JsonPointer.compile(URLDecoder.decode(pointer, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException unreadable) {
      return MissingNode.getInstance();
    }
  }

  /** The node itself, or what its chain of references ends at. */
  JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    for (int i = 0; i < DEEPEST && at.path("$ref").isString(); i++) {
      at = target(at.path("$ref").asString());
    }
    return at;
  }
}
