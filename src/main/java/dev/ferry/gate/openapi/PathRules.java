package dev.ferry.gate.openapi;

import static dev.ferry.gate.openapi.ObjectRules.text;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.gate.openapi.References.Target;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Paths and the parameters in them. */
final class PathRules {
  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final DocumentWalk walk;

  PathRules(DocumentWalk walk) {
    this.walk = walk;
  }

  void check(Mapping paths, Place place) {
    Map<String, String> shapes = new HashMap<>();
    paths
        .members()
        .forEach(
            (path, item) -> {
              if (!path.startsWith("/")) {
                return;
              }
              String other = shapes.putIfAbsent(TEMPLATE.matcher(path).replaceAll("{}"), path);
              if (other != null) {
                walk.mistake(item, place.at(path), "is the same path as " + other);
              }
              templates(path, item, place.at(path));
            });
  }

  private void templates(String path, DataNode written, Place at) {
    if (!(walk.references().resolved(written, at)
        instanceof Target.Found(Mapping item, Place place))) {
      return; // it stands elsewhere
    }
    Set<String> wanted = new LinkedHashSet<>();
    TEMPLATE.matcher(path).results().forEach(found -> wanted.add(found.group(1)));
    Optional<Set<String>> shared = declared(item, place);
    if (written instanceof Mapping beside && beside != item) {
      shared = joined(shared, declared(beside, at));
    }
    for (String method : METHODS) {
      if (item.members().get(method) instanceof Mapping operation) {
        Optional<Set<String>> all = joined(shared, declared(operation, place.at(method)));
        if (all.isPresent()) {
          compare(wanted, all.get(), operation, place.at(method));
        }
      }
    }
  }

  private void compare(Set<String> wanted, Set<String> all, Mapping operation, Place place) {
    for (String name : wanted) {
      if (!all.contains(name)) {
        walk.mistake(operation, place, "declares no path parameter '" + name + "'");
      }
    }
    for (String name : all) {
      if (!wanted.contains(name)) {
        walk.mistake(
            operation, place, "has a path parameter '" + name + "' that is not in its path");
      }
    }
  }

  private static Optional<Set<String>> joined(
      Optional<Set<String>> some, Optional<Set<String>> more) {
    return some.flatMap(
        left ->
            more.map(
                right -> {
                  Set<String> both = new TreeSet<>(left);
                  both.addAll(right);
                  return both;
                }));
  }

  /** The path parameters of a list; nothing where one of them stands elsewhere. */
  private Optional<Set<String>> declared(Mapping owner, Place place) {
    Set<String> names = new TreeSet<>();
    if (owner.members().get("parameters") instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        Place at = place.at("parameters").at(String.valueOf(i));
        if (!(walk.references().resolved(list.items().get(i), at)
            instanceof Target.Found(DataNode node, Place there))) {
          return Optional.empty();
        }
        if (node instanceof Mapping parameter
            && text(parameter, "in").filter("path"::equals).isPresent()) {
          text(parameter, "name").ifPresent(names::add);
        }
      }
    }
    return Optional.of(names);
  }
}
