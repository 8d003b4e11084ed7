package dev.ferry.gate.openapi;

import static dev.ferry.gate.openapi.ObjectRules.text;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.gate.openapi.References.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters and headers. */
final class ParameterRules {
  private static final Map<String, List<String>> STYLES =
      Map.of(
          "path", List.of("simple", "label", "matrix"),
          "query", List.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
          "header", List.of("simple"),
          "cookie", List.of("form"));

  private final DocumentWalk walk;

  ParameterRules(DocumentWalk walk) {
    this.walk = walk;
  }

  void parameter(Mapping parameter, Place place) {
    described(parameter, place);
    String in = text(parameter, "in").orElse("");
    List<String> styles = STYLES.get(in);
    if (styles == null) {
      if (!in.isEmpty()) {
        walk.mistake(parameter, place, "'in' is path, query, header or cookie, not " + in);
      }
      return;
    }
    text(parameter, "style")
        .filter(style -> !styles.contains(style))
        .ifPresent(
            style -> walk.mistake(parameter, place, "style '" + style + "' is none for " + in));
    if (in.equals("path") && !isTrue(parameter.members().get("required"))) {
      walk.mistake(parameter, place, "a path parameter needs 'required: true'");
    }
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable DataNode node) {
    return node instanceof Scalar scalar
        && scalar.type() == DataNode.Type.TRUTH
        && scalar.text().equalsIgnoreCase("true");
  }

  /** How the value looks. */
  void described(Mapping parameter, Place place) {
    boolean schema = parameter.members().containsKey("schema");
    DataNode content = parameter.members().get("content");
    if (schema == (content != null)) {
      walk.mistake(
          parameter,
          place,
          schema ? "has both 'schema' and 'content'" : "lacks 'schema' or 'content'");
    }
    if (content instanceof Mapping types && types.members().size() != 1) {
      walk.mistake(content, place.at("content"), "has to have one media type");
    }
    if (parameter.members().containsKey("example") && parameter.members().containsKey("examples")) {
      walk.mistake(parameter, place, "has both 'example' and 'examples'");
    }
  }

  /** That the list of a path item or of an operation has each parameter once. */
  void unique(Mapping owner, Place place) {
    if (!(owner.members().get("parameters") instanceof Sequence list)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      DataNode item = list.items().get(i);
      Place at = place.at("parameters").at(String.valueOf(i));
      if (walk.references().resolved(item, at)
              instanceof Target.Found(Mapping parameter, Place there)
          && name(parameter).isPresent()
          && !seen.add(name(parameter).get())) {
        walk.mistake(item, at, "the parameter " + name(parameter).get() + " is there already");
      }
    }
  }

  private static Optional<String> name(Mapping parameter) {
    return text(parameter, "name")
        .flatMap(name -> text(parameter, "in").map(in -> "'" + name + "' in " + in));
  }
}
