package dev.ferry.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All imports of a tree that was read whole. Immutable, safe for several threads. */
final class WholeGraph {
  /** By importer, in path order. */
  private final Map<String, List<ResolvedImport>> imports;

  private final Map<String, List<String>> users;
  private final Set<String> unnamed;
  private @Nullable Map<String, List<ResolvedImport>> importers;

  private WholeGraph(
      Map<String, List<ResolvedImport>> imports,
      Map<String, List<String>> users,
      Set<String> unnamed) {
    this.imports = imports;
    this.users = users;
    this.unnamed = unnamed;
  }

  static WholeGraph of(
      List<String> sources, ModuleTable modules, Function<String, Optional<FileFacts>> facts) {
    ImportResolver resolver = new ImportResolver(modules, facts);
    Map<String, List<ResolvedImport>> imports = LinkedHashMap.newLinkedHashMap(sources.size());
    for (String source : sources) {
      imports.put(source, resolver.resolveAll(source));
    }
    return new WholeGraph(imports, resolver.users(), resolver.unnamed());
  }

  Set<String> files() {
    return imports.keySet();
  }

  List<ResolvedImport> importsOf(String path) {
    return imports.getOrDefault(path, List.of());
  }

  List<ResolvedImport> importersOf(String path) {
    return importers().getOrDefault(path, List.of());
  }

  private synchronized Map<String, List<ResolvedImport>> importers() {
    if (importers == null) {
      importers = byTarget(imports.values());
    }
    return importers;
  }

  static Map<String, List<ResolvedImport>> byTarget(Iterable<List<ResolvedImport>> lists) {
    Map<String, List<ResolvedImport>> byTarget = new HashMap<>();
    for (List<ResolvedImport> list : lists) {
      for (ResolvedImport resolved : list) {
        String path = ModuleGraph.targetPath(resolved.target()).orElse(null);
        if (path != null) {
          byTarget.computeIfAbsent(path, key -> new ArrayList<>()).add(resolved);
        }
      }
    }
    return byTarget;
  }

  /** Dotted names that imports start from, each with the files that have such an import. */
  Map<String, List<String>> users() {
    return users;
  }

  /** Files without a name of their own that have relative imports. */
  Set<String> unnamed() {
    return unnamed;
  }
}
