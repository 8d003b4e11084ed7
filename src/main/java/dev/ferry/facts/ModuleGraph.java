package dev.ferry.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every import of every source of a tree refers to. The graph of a derived snapshot holds only
 * what differs from the one it comes from. Immutable, safe for several threads.
 */
public final class ModuleGraph {
  private final WholeGraph whole;
  private final ModuleTable modules;

  /** Files resolved anew, or with no list where they are gone. */
  private final Map<String, Optional<List<ResolvedImport>>> differing;

  private @Nullable Map<String, List<ResolvedImport>> differingByTarget;

  private ModuleGraph(
      WholeGraph whole,
      ModuleTable modules,
      Map<String, Optional<List<ResolvedImport>>> differing) {
    this.whole = whole;
    this.modules = modules;
    this.differing = differing;
  }

  static ModuleGraph of(
      List<String> sources, ModuleTable modules, Function<String, Optional<FileFacts>> facts) {
    return new ModuleGraph(WholeGraph.of(sources, modules, facts), modules, Map.of());
  }

  /**
   * The graph after some files changed, from the graph of a tree that was read.
   *
   * @param changed paths of the sources that appear, vanish or change
   * @param isSource whether a path is a source of the tree after the change
   */
  ModuleGraph after(
      Collection<String> changed,
      ModuleTable tableAfter,
      Function<String, Optional<FileFacts>> facts,
      Predicate<String> isSource) {
    Set<String> files = AffectedImports.files(whole, changed, modules, tableAfter, isSource);
    ImportResolver resolver = new ImportResolver(tableAfter, facts);
    Map<String, Optional<List<ResolvedImport>>> anew = new HashMap<>();
    for (String file : files) {
      anew.put(
          file, isSource.test(file) ? Optional.of(resolver.resolveAll(file)) : Optional.empty());
    }
    return new ModuleGraph(whole, tableAfter, anew);
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
    if (differing.isEmpty()) {
      return whole.files();
    }
    Set<String> files = new TreeSet<>(whole.files());
    differing.forEach(
        (path, imports) -> {
          if (imports.isPresent()) {
            files.add(path);
          } else {
            files.remove(path);
          }
        });
    return files;
  }

  /** What a file imports, in its order; empty for a path that is no source. */
  public List<ResolvedImport> importsOf(String path) {
    Optional<List<ResolvedImport>> own = differing.get(path);
    return own != null ? own.orElseGet(List::of) : whole.importsOf(path);
  }

  /** The imports that refer to a file or to a name in it, by importer in path order. */
  public List<ResolvedImport> importersOf(String path) {
    if (differing.isEmpty()) {
      return whole.importersOf(path);
    }
    List<ResolvedImport> importers = new ArrayList<>();
    for (ResolvedImport resolved : whole.importersOf(path)) {
      if (!differing.containsKey(resolved.importer())) {
        importers.add(resolved);
      }
    }
    importers.addAll(differingByTarget().getOrDefault(path, List.of()));
    importers.sort(Comparator.comparing(ResolvedImport::importer));
    return importers;
  }

  private synchronized Map<String, List<ResolvedImport>> differingByTarget() {
    if (differingByTarget == null) {
      differingByTarget =
          WholeGraph.byTarget(differing.values().stream().flatMap(Optional::stream).toList());
    }
    return differingByTarget;
  }

  /** The imports of a file that refer to nothing. */
  public List<ResolvedImport> dangling(String path) {
    return importsOf(path).stream().filter(resolved -> resolved.target().isDangling()).toList();
  }

  /** What an import would refer to if it stood in this file. */
  public Resolution resolve(
      String importer, ImportFact fact, Function<String, Optional<FileFacts>> facts) {
    return new ImportResolver(modules, facts).resolve(importer, fact);
  }

  /** Files that may be resolved otherwise in the two graphs: all others share their lists. */
  Set<String> filesThatMayDiffer(ModuleGraph other) {
    Set<String> files = new HashSet<>();
    if (whole == other.whole) {
      files.addAll(differing.keySet());
      files.addAll(other.differing.keySet());
    } else {
      files.addAll(files());
      files.addAll(other.files());
    }
    return files;
  }
}
