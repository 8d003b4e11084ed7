package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.StringFact;
import dev.ferry.model.RepoPaths;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which files of a snapshot mention which dotted name, by their facts alone: the files worth an
 * analysis in depth when a module moves. Answers too much rather than too little.
 */
final class ReferenceIndex {
  /** By the full name that an import brings in, or that a string spells. */
  private final NavigableMap<String, Set<String>> byName = new TreeMap<>();

  /** By the first segment of what {@code import a.b} imports without giving it another name. */
  private final Map<String, Set<String>> byRoot = new HashMap<>();

  ReferenceIndex(Snapshot snapshot) {
    for (String path : snapshot.sources()) {
      snapshot.facts(path).ifPresent(facts -> add(snapshot, path, facts));
    }
  }

  private void add(Snapshot snapshot, String path, FileFacts facts) {
    List<String> packages = null;
    for (ImportFact fact : facts.imports()) {
      if (fact.level() == 0) {
        add(path, fact, fact.module());
        continue;
      }
      packages = packages == null ? snapshot.modules().packagesOf(path) : packages;
      for (String start : packages) {
        String base = start;
        for (int i = 1; i < fact.level(); i++) {
          base = parent(base);
        }
        String module = fact.module();
        add(path, fact, base.isEmpty() || module.isEmpty() ? base + module : base + "." + module);
      }
    }
    for (StringFact string : facts.strings()) {
      mention(string.text().replace(':', '.'), path);
    }
  }

  private void add(String path, ImportFact fact, String module) {
    String name = fact.name();
    if (name == null) {
      if (fact.alias() == null) {
        byRoot.computeIfAbsent(first(module), key -> new TreeSet<>()).add(path);
      }
      mention(module, path);
    } else {
      mention(fact.isStar() ? module : module + "." + name, path);
    }
  }

  private void mention(String name, String path) {
    byName.computeIfAbsent(name, key -> new TreeSet<>()).add(path);
  }

  /** The files that may name one of the modules, or something in it. */
  Set<String> mentioning(Collection<String> modules) {
    Set<String> found = new TreeSet<>();
    for (String module : modules) {
      found.addAll(byName.getOrDefault(module, Set.of()));
      // '/' is the character after '.'
      byName.subMap(module + ".", module + "/").values().forEach(found::addAll);
      for (String above = parent(module); !above.isEmpty(); above = parent(above)) {
        found.addAll(byName.getOrDefault(above, Set.of()));
      }
      found.addAll(byRoot.getOrDefault(first(module), Set.of()));
    }
    return found;
  }

  /** The files that name exactly this module, or something directly in it. */
  Set<String> naming(String module) {
    Set<String> found = new TreeSet<>(byName.getOrDefault(module, Set.of()));
    byName.subMap(module + ".", module + "/").values().forEach(found::addAll);
    return found;
  }

  private static String parent(String name) {
    return RepoPaths.parent(name.replace('.', '/')).replace('/', '.');
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
