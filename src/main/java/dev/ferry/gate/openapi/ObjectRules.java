package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.formats.DataNode.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the specification asks of objects beyond the forms of their members. */
final class ObjectRules {
  private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|XX)");
  private static final Map<String, List<String>> OF_FLOWS =
      Map.of(
          "implicit", List.of("authorizationUrl"),
          "password", List.of("tokenUrl"),
          "clientCredentials", List.of("tokenUrl"),
          "authorizationCode", List.of("authorizationUrl", "tokenUrl"));

  private final DocumentWalk walk;
  private final Place entry;
  private final ParameterRules parameters;
  private final SchemaRules schemas;
  private final PathRules paths;

  /** Where each operationId stands. */
  private final Map<String, Place> operations = new HashMap<>();

  /**
   * @param entry the document whose security schemes count
   */
  ObjectRules(DocumentWalk walk, Place entry) {
    this.walk = walk;
    this.entry = entry;
    this.parameters = new ParameterRules(walk);
    this.schemas = new SchemaRules(walk);
    this.paths = new PathRules(walk);
  }

  static Optional<String> text(Mapping mapping, String name) {
    return mapping.members().get(name) instanceof Scalar scalar && scalar.type() == Type.TEXT
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Looks at a member of an object whose names are free; false where they are not. */
  boolean open(ObjectKind kind, String name, DataNode value, Place place) {
    switch (kind) {
      case PATHS -> {
        if (!name.startsWith("/")) {
          walk.mistake(value, place, "a path begins with '/'");
        }
        walk.object(ObjectKind.PATH_ITEM, value, place);
      }
      case CALLBACK -> walk.object(ObjectKind.PATH_ITEM, value, place);
      case RESPONSES -> {
        if (!STATUS.matcher(name).matches()) {
          walk.mistake(value, place, "is no status code: 200, 2XX or default");
        }
        walk.object(ObjectKind.RESPONSE, value, place);
      }
      case REQUIREMENT -> {
        if (entry.file().equals(place.file()) && !schemes().contains(name)) {
          walk.mistake(value, place, "names a security scheme that components do not declare");
        }
        walk.form(new Form.ListOf(Form.Plain.TEXT), value, place);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Set<String> schemes() {
    return entry.root() instanceof Mapping root
            && root.members().get("components") instanceof Mapping components
            && components.members().get("securitySchemes") instanceof Mapping schemes
        ? schemes.members().keySet()
        : Set.of();
  }

  void check(ObjectKind kind, Mapping mapping, Place place) {
    switch (kind) {
      case DOCUMENT -> document(mapping, place);
      case COMPONENTS -> components(mapping, place);
      case LICENSE -> notBoth(mapping, place, "identifier", "url");
      case SERVER_VARIABLE -> variable(mapping, place);
      case PATHS -> paths.check(mapping, place);
      case PATH_ITEM -> parameters.unique(mapping, place);
      case OPERATION -> operation(mapping, place);
      case PARAMETER -> parameters.parameter(mapping, place);
      case HEADER -> parameters.described(mapping, place);
      case MEDIA_TYPE -> notBoth(mapping, place, "example", "examples");
      case EXAMPLE -> notBoth(mapping, place, "value", "externalValue");
      case LINK -> notBoth(mapping, place, "operationRef", "operationId");
      case RESPONSES -> {
        if (mapping.members().keySet().stream().allMatch(name -> name.startsWith("x-"))) {
          walk.mistake(mapping, place, "has no response");
        }
      }
      case SCHEMA -> schemas.check(mapping, place);
      case SECURITY_SCHEME -> securityScheme(mapping, place);
      case OAUTH_FLOW -> lacking(mapping, place, OF_FLOWS.getOrDefault(place.last(), List.of()));
      case INFO,
          CONTACT,
          SERVER,
          EXTERNAL_DOCS,
          REQUEST_BODY,
          ENCODING,
          RESPONSE,
          CALLBACK,
          TAG,
          JSON_SCHEMA,
          DISCRIMINATOR,
          XML,
          OAUTH_FLOWS,
          REQUIREMENT -> {}
    }
  }

  private void notBoth(Mapping mapping, Place place, String one, String other) {
    if (mapping.members().containsKey(one) && mapping.members().containsKey(other)) {
      walk.mistake(mapping, place, "has both '" + one + "' and '" + other + "'");
    }
  }

  private void lacking(Mapping mapping, Place place, List<String> names) {
    for (String name : names) {
      if (!mapping.members().containsKey(name)) {
        walk.mistake(mapping, place, "lacks '" + name + "'");
      }
    }
  }

  private void document(Mapping document, Place place) {
    if (walk.minor() > 0
        && List.of("paths", "components", "webhooks").stream()
            .noneMatch(document.members()::containsKey)) {
      walk.mistake(document, place, "lacks 'paths', 'components' and 'webhooks'");
    }
    Set<String> names = new java.util.HashSet<>();
    if (document.members().get("tags") instanceof Sequence tags) {
      for (int i = 0; i < tags.items().size(); i++) {
        Place at = place.at("tags").at(String.valueOf(i));
        if (tags.items().get(i) instanceof Mapping tag) {
          text(tag, "name")
              .filter(name -> !names.add(name))
              .ifPresent(name -> walk.mistake(tag, at, "the tag '" + name + "' is there already"));
        }
      }
    }
  }

  private void components(Mapping components, Place place) {
    components
        .members()
        .forEach(
            (section, held) -> {
              if (held instanceof Mapping map && !section.startsWith("x-")) {
                map.members().keySet().stream()
                    .filter(name -> !COMPONENT.matcher(name).matches())
                    .forEach(
                        name ->
                            walk.mistake(
                                held,
                                place.at(section).at(name),
                                "a component's name has letters, digits, '.', '_' and '-' only"));
              }
            });
  }

  private void variable(Mapping variable, Place place) {
    if (walk.minor() > 0 && variable.members().get("enum") instanceof Sequence choices) {
      Optional<String> chosen = text(variable, "default");
      boolean among =
          choices.items().stream()
              .anyMatch(
                  item ->
                      item instanceof Scalar scalar
                          && chosen.filter(scalar.text()::equals).isPresent());
      if (chosen.isPresent() && !among) {
        walk.mistake(variable, place, "its default is none of its enum");
      }
    }
  }

  private void operation(Mapping operation, Place place) {
    parameters.unique(operation, place);
    text(operation, "operationId")
        .ifPresent(
            id -> {
              Place other = operations.putIfAbsent(id, place);
              if (other != null) {
                walk.mistake(
                    operation,
                    place,
                    "operationId '" + id + "' is that of " + other.pointer() + " already");
              }
            });
  }

  private void securityScheme(Mapping scheme, Place place) {
    Optional<String> type = text(scheme, "type");
    if (type.isEmpty()) {
      return;
    }
    switch (type.get()) {
      case "apiKey" -> {
        lacking(scheme, place, List.of("name", "in"));
        text(scheme, "in")
            .filter(in -> !List.of("query", "header", "cookie").contains(in))
            .ifPresent(
                in -> walk.mistake(scheme, place, "'in' is query, header or cookie, not " + in));
      }
      case "http" -> lacking(scheme, place, List.of("scheme"));
      case "oauth2" -> lacking(scheme, place, List.of("flows"));
      case "openIdConnect" -> lacking(scheme, place, List.of("openIdConnectUrl"));
      case "mutualTLS" -> {
        if (walk.minor() == 0) {
          walk.mistake(scheme, place, "mutualTLS is there from 3.1 on");
        }
      }
      default -> walk.mistake(scheme, place, "there is no security scheme of type " + type.get());
    }
  }
}
