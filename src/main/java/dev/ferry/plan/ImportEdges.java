package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What files import as they are loaded, before some moves and after them. Loading a module also
 * loads the packages above it that the importing file is not in. Edges are worked out when somebody
 * asks, and kept. For one thread.
 */
final class ImportEdges {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;
  private final Set<String> changed;
  private final Map<String, Set<String>> edgesBefore;
  private final Map<String, Set<String>> edgesAfter = new HashMap<>();
  private final Map<String, Set<String>> edgesOfTrial = new HashMap<>();

  /**
   * @param changed files, by their old paths, whose bytes or places change
   * @param edgesBefore what is known of the base, kept from one question to the next
   */
  ImportEdges(
      Snapshot base,
      Snapshot after,
      Relocation relocation,
      Collection<String> changed,
      Map<String, Set<String>> edgesBefore) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
    this.changed = new TreeSet<>();
    changed.forEach(path -> this.changed.add(relocation.newPath(path)));
    this.edgesBefore = edgesBefore;
  }

  /** Whether the bytes or the place of a file change, by its new path. */
  boolean isChanged(String path) {
    return changed.contains(path);
  }

  /** What a file imports before the moves. */
  Set<String> before(String path) {
    Set<String> known = edgesBefore.get(path);
    if (known == null) {
      known = of(base, path, false);
      edgesBefore.put(path, known);
    }
    return known;
  }

  /** The same after the moves, by new paths. */
  Set<String> after(String path) {
    return edgesAfter.computeIfAbsent(
        path,
        key -> {
          if (changed.contains(key)) {
            return of(after, key, false);
          }
          Set<String> mapped = new LinkedHashSet<>();
          before(key).forEach(target -> mapped.add(relocation.newPath(target)));
          return mapped;
        });
  }

  /** The same with what a function may import while its module is loaded. */
  Set<String> ofTrial(String path) {
    return edgesOfTrial.computeIfAbsent(
        path,
        key -> {
          Optional<FileFacts> facts = after.facts(key);
          boolean called =
              facts.isPresent()
                  && facts.get().imports().stream()
                      .anyMatch(fact -> LoadingTrial.bindsGlobal(facts.get(), fact));
          return called ? of(after, key, true) : after(key);
        });
  }

  /**
   * What a file imports, in the order of the file.
   *
   * @param later whether what functions import counts too
   */
  static Set<String> of(Snapshot snapshot, String path, boolean later) {
    Set<String> targets = new LinkedHashSet<>();
    ModuleTable modules = snapshot.modules();
    List<ImportFact> imports = snapshot.facts(path).map(facts -> facts.imports()).orElse(List.of());
    for (ImportFact fact : imports) {
      Set<ImportFact.Context> contexts = fact.contexts();
      if (contexts.contains(ImportFact.Context.FUNCTION) && !later
          || contexts.contains(ImportFact.Context.TYPE_CHECKING)) {
        continue;
      }
      ModuleGraph.targetPath(snapshot.resolve(path, fact))
          .ifPresent(
              target -> {
                packages(modules, target, path).forEach(targets::add);
                targets.add(target);
              });
    }
    targets.remove(path);
    return targets;
  }

  /** The files of the packages above the target, without those that the importer is in itself. */
  static List<String> packages(ModuleTable modules, String target, String importer) {
    List<String> found = new ArrayList<>();
    for (String name : modules.namesOf(target)) {
      int dot = name.lastIndexOf('.');
      while (dot > 0) {
        String package_ = name.substring(0, dot);
        boolean around =
            modules.packagesOf(importer).stream()
                .anyMatch(own -> own.equals(package_) || own.startsWith(package_ + "."));
        if (!around) {
          modules.fileOf(package_).ifPresent(found::add);
        }
        dot = package_.lastIndexOf('.');
      }
    }
    return found;
  }
}
