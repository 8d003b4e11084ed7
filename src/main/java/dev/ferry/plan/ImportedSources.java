package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import dev.ferry.model.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Tells modules that somebody imports, or may from outside of the repository, from scripts and data
 * that are only found by their path: those need no name at their new place.
 */
final class ImportedSources {
  private final Snapshot base;
  private final Supplier<ReferenceIndex> index;

  /**
   * @param index is asked for only where a move has no name to go to
   */
  ImportedSources(Snapshot base, Supplier<ReferenceIndex> index) {
    this.base = base;
    this.index = index;
  }

  /** Whether something that moves must be importable afterwards. */
  boolean areAmong(Move move) {
    return sources(move.source()).stream().anyMatch(path -> isImported(path, move.source()));
  }

  /** Whether something that moves can be imported as it stands. */
  boolean canBeAmong(Move move) {
    return sources(move.source()).stream().anyMatch(path -> !importableNames(path).isEmpty());
  }

  private List<String> sources(String source) {
    List<String> found = new ArrayList<>();
    base.listing().find(source).map(TreeEntry::path).ifPresent(found::add);
    base.listing().below(source).forEach(entry -> found.add(entry.path()));
    found.removeIf(path -> base.facts(path).isEmpty());
    return found;
  }

  private List<String> importableNames(String path) {
    return base.modules().namesOf(path).stream()
        .filter(
            name -> List.of(name.split("\\.", -1)).stream().noneMatch(base.modules()::isReserved))
        .toList();
  }

  private boolean isImported(String path, String moving) {
    List<String> names = importableNames(path);
    return names.stream().anyMatch(this::isPartOfPackage) || isNamed(path, names, moving);
  }

  private boolean isPartOfPackage(String name) {
    int dot = name.lastIndexOf('.');
    return base.modules().isRegularPackage(name)
        || dot > 0 && base.modules().isRegularPackage(name.substring(0, dot));
  }

  /** What moves along may go on naming it relatively, or as its neighbour. */
  private boolean isNamed(String path, List<String> names, String moving) {
    Set<String> asked = new TreeSet<>(names);
    asked.add(ReferenceIndex.placeOf(path));
    for (String other : index.get().mentioning(asked)) {
      Optional<FileFacts> facts = base.facts(other).filter(known -> !other.equals(path));
      boolean along = other.startsWith(moving + "/");
      if (facts.isPresent()
          && (imports(other, facts.get(), path, along) || spells(facts.get(), names))) {
        return true;
      }
    }
    return false;
  }

  private boolean imports(String importer, FileFacts facts, String path, boolean along) {
    for (ImportFact fact : facts.imports()) {
      Resolution found = base.resolve(importer, fact);
      boolean kept = along && (fact.level() > 0 || found instanceof Resolution.Neighbour);
      if (!kept && ModuleGraph.targetPath(found).filter(path::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean spells(FileFacts facts, List<String> names) {
    return facts.strings().stream()
        .filter(string -> !string.isPath())
        .map(string -> string.text().replace(':', '.') + ".")
        .anyMatch(
            text ->
                names.stream()
                    .anyMatch(name -> name.indexOf('.') >= 0 && text.startsWith(name + ".")));
  }
}
