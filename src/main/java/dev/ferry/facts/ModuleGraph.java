package dev.ferry.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every import of every source of a tree refers to. Immutable, safe for several threads. */
public final class ModuleGraph {
  private final Map<String, List<ResolvedImport>> imports;
  private final Map<String, List<ResolvedImport>> importers = new HashMap<>();

  private ModuleGraph(Map<String, List<ResolvedImport>> imports) {
    this.imports = imports;
    for (List<ResolvedImport> list : imports.values()) {
      for (ResolvedImport resolved : list) {
        targetPath(resolved.target())
            .ifPresent(
                path -> importers.computeIfAbsent(path, key -> new ArrayList<>()).add(resolved));
      }
    }
  }

  static ModuleGraph of(
      List<String> sources, ModuleTable modules, Function<String, Optional<FileFacts>> facts) {
    ImportResolver resolver = new ImportResolver(modules, facts);
    Map<String, List<ResolvedImport>> imports = new LinkedHashMap<>();
    for (String source : sources) {
      List<ResolvedImport> resolved = new ArrayList<>();
      facts
          .apply(source)
          .ifPresent(
              known -> {
                for (ImportFact fact : known.imports()) {
                  resolved.add(new ResolvedImport(source, fact, resolver.resolve(source, fact)));
                }
              });
      imports.put(source, List.copyOf(resolved));
    }
    return new ModuleGraph(imports);
  }

  /** The file that a resolution leads to, where it leads to one. */
  public static Optional<String> targetPath(Resolution target) {
    return switch (target) {
      case Resolution.Module(String path) -> Optional.of(path);
      case Resolution.Attribute(String path, String name, boolean seen) -> Optional.of(path);
      case Resolution.Neighbour(String path) -> Optional.of(path);
      case Resolution.Namespace namespace -> Optional.empty();
      case Resolution.StandardLibrary library -> Optional.empty();
      case Resolution.External external -> Optional.empty();
      case Resolution.Dangling dangling -> Optional.empty();
    };
  }

  /** All sources, in path order. */
  public Collection<String> files() {
    return imports.keySet();
  }

  /** What a file imports, in its order; empty for a path that is no source. */
  public List<ResolvedImport> importsOf(String path) {
    return imports.getOrDefault(path, List.of());
  }

  /** The imports that refer to a file or to a name in it, by importer in path order. */
  public List<ResolvedImport> importersOf(String path) {
    return importers.getOrDefault(path, List.of());
  }

  /** The imports of a file that refer to nothing. */
  public List<ResolvedImport> dangling(String path) {
    return importsOf(path).stream().filter(resolved -> resolved.target().isDangling()).toList();
  }
}
