package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.formats.DataNode.Type;
import dev.ferry.gate.openapi.References.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visits each object of a document once, as what it has to be. */
final class DocumentWalk {
  private final int minor;
  private final References references;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<ObjectKind, Map<DataNode, Boolean>> visited = new EnumMap<>(ObjectKind.class);
  private final ObjectRules rules;

  /**
   * @param minor of the version, 0 or 1
   */
  DocumentWalk(int minor, References references, Place entry) {
    this.minor = minor;
    this.references = references;
    this.rules = new ObjectRules(this, entry);
  }

  int minor() {
    return minor;
  }

  References references() {
    return references;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  void mistake(DataNode node, Place place, String text) {
    mistakes.add(new Mistake(place.file(), node.line(), place.pointer(), text));
  }

  void form(Form form, DataNode node, Place place) {
    switch (form) {
      case Form.Plain plain -> plain(plain, node, place);
      case Form.Of(ObjectKind kind) -> object(kind, node, place);
      case Form.ListOf(Form items) -> {
        if (node instanceof Sequence sequence) {
          for (int i = 0; i < sequence.items().size(); i++) {
            form(items, sequence.items().get(i), place.at(String.valueOf(i)));
          }
        } else {
          mistake(node, place, "has to be a list");
        }
      }
      case Form.MapOf(Form values) -> {
        if (node instanceof Mapping mapping) {
          mapping.members().forEach((name, value) -> form(values, value, place.at(name)));
        } else {
          mistake(node, place, "has to be an object");
        }
      }
    }
  }

  private void plain(Form.Plain plain, DataNode node, Place place) {
    Optional<Type> type =
        node instanceof Scalar scalar ? Optional.of(scalar.type()) : Optional.empty();
    boolean fits =
        switch (plain) {
          case ANY -> true;
          case TEXT -> type.filter(Type.TEXT::equals).isPresent();
          case TRUTH -> type.filter(Type.TRUTH::equals).isPresent();
          case NUMBER -> type.filter(it -> it == Type.INTEGER || it == Type.NUMBER).isPresent();
        };
    if (!fits) {
      mistake(node, place, "has to be " + plain.shown());
    }
  }

  void object(ObjectKind kind, DataNode node, Place place) {
    if (kind == ObjectKind.SCHEMA && isTruth(node) && mayBeTruth(place)) {
      return;
    }
    if (!(node instanceof Mapping mapping)) {
      mistake(node, place, "has to be an object (" + kind.shown() + ")");
      return;
    }
    boolean first =
        visited.computeIfAbsent(kind, any -> new IdentityHashMap<>()).put(node, true) == null;
    if (!first) {
      return;
    }
    if (kind.mayBeReferredTo() && mapping.members().containsKey("$ref")) {
      reference(kind, mapping, place);
      boolean more = kind == ObjectKind.PATH_ITEM || (kind == ObjectKind.SCHEMA && minor > 0);
      if (!more) {
        return;
      }
    }
    if (kind == ObjectKind.SCHEMA && isOfAnotherKind(mapping)) {
      return;
    }
    members(kind, mapping, place);
    rules.check(kind, mapping, place);
  }

  private static boolean isTruth(DataNode node) {
    return node instanceof Scalar scalar && scalar.type() == Type.TRUTH;
  }

  private boolean mayBeTruth(Place place) {
    return minor > 0 || place.last().equals("additionalProperties");
  }

  /** A schema with a base or a dialect of its own follows rules that are not known here. */
  private boolean isOfAnotherKind(Mapping schema) {
    return minor > 0
        && (schema.members().containsKey("$id") || schema.members().containsKey("$schema"));
  }

  private void reference(ObjectKind kind, Mapping mapping, Place place) {
    Optional<String> reference = References.in(mapping);
    if (reference.isEmpty()) {
      mistake(mapping, place.at("$ref"), "has to be text");
      return;
    }
    switch (references.target(reference.get(), place)) {
      case Target.Found(DataNode node, Place there) -> object(kind, node, there);
      case Target.Elsewhere elsewhere -> {}
      case Target.Missing(String why) ->
          mistake(mapping, place, "$ref '" + reference.get() + "' leads nowhere (" + why + ")");
    }
  }

  private void members(ObjectKind kind, Mapping mapping, Place place) {
    kind.members()
        .forEach(
            (name, member) -> {
              if (member.isRequiredIn(minor) && !mapping.members().containsKey(name)) {
                mistake(mapping, place, "lacks '" + name + "'");
              }
            });
    mapping.members().forEach((name, value) -> member(kind, name, value, place.at(name)));
  }

  private void member(ObjectKind kind, String name, DataNode value, Place place) {
    Member member = kind.members().get(name);
    if (member == null && kind == ObjectKind.SCHEMA && minor > 0) {
      member = ObjectKind.JSON_SCHEMA.members().get(name);
      if (member == null) {
        return; // other vocabularies may have it
      }
    }
    if (member != null && member.from() <= minor) {
      form(member.form(), value, place);
    } else if (!name.startsWith("x-") && !rules.open(kind, name, value, place)) {
      mistake(value, place, "is no member of this object (" + kind.shown() + ")");
    }
  }
}
