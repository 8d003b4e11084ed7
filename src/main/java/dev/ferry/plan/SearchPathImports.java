package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Imports of moved files that work because a directory is on the search path when the importer runs
 * (rule 22): no source root gives the name, so what becomes of them depends on how it is started.
 */
final class SearchPathImports {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;

  SearchPathImports(Snapshot base, Snapshot after, Relocation relocation) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
  }

  /**
   * What a script or test found beside itself, and now names from a source root.
   *
   * @param importers files that may be rewritten
   */
  List<Problem> leftBehind(Collection<String> importers) {
    List<Problem> found = new ArrayList<>();
    for (String importer : importers) {
      Set<String> beside = null;
      for (ImportFact fact : imports(base, importer)) {
        if (base.resolve(importer, fact) instanceof Resolution.Neighbour(String file)) {
          beside = beside == null ? besideAfterwards(importer) : beside;
          String now = relocation.newPath(file);
          boolean concerned = relocation.isMoved(file) || relocation.isMoved(importer);
          if (concerned && !beside.contains(now)) {
            found.add(Problem.at(importer, fact.line(), Code.M090, fact.module(), now));
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /**
   * Imports that one file gives by a source root and another one if the importer's directory is
   * searched first, where either of them moves.
   *
   * @param importers files that may be rewritten
   */
  List<Problem> foundTwice(Collection<String> importers) {
    ModuleTable modules = base.modules();
    List<Problem> found = new ArrayList<>();
    for (String importer : importers) {
      if (modules.seenFrom(importer) == modules) {
        continue;
      }
      for (ImportFact fact : imports(base, importer)) {
        if (fact.level() == 0 && modules.existsBeside(importer, top(fact.module()))) {
          rival(importer, fact).ifPresent(found::add);
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private Optional<Problem> rival(String importer, ImportFact fact) {
    String taken = ModuleGraph.targetPath(base.resolve(importer, fact)).orElse("");
    List<String> names =
        fact.name() == null || fact.isStar()
            ? List.of(fact.module())
            : List.of(fact.module(), fact.module() + "." + fact.name());
    for (String name : names) {
      String other = base.modules().fileBeside(importer, name).orElse(taken);
      boolean same = base.modules().fileOf(name).filter(taken::equals).isPresent();
      if (same
          && !other.equals(taken)
          && (relocation.isMoved(taken) || relocation.isMoved(other))) {
        return Optional.of(
            Problem.at(importer, fact.line(), Code.M100, fact.module(), taken, other));
      }
    }
    return Optional.empty();
  }

  private static String top(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }

  private Set<String> besideAfterwards(String importer) {
    String path = relocation.newPath(importer);
    Set<String> files = new LinkedHashSet<>();
    for (ImportFact fact : imports(after, path)) {
      if (after.resolve(path, fact) instanceof Resolution.Neighbour(String file)) {
        files.add(file);
      }
    }
    return files;
  }

  /**
   * What files that change the search path may import by it, and what moved files may whose starter
   * changes it: of those only dotted names, as a single word is more often that of a library.
   *
   * @param searching files that use the search path
   */
  List<Problem> found(Collection<String> searching) {
    Set<String> moved = new TreeSet<>(relocation.paths().keySet());
    Set<String> importers = new TreeSet<>(moved);
    importers.addAll(searching);
    List<Problem> found = new ArrayList<>();
    for (String importer : importers) {
      boolean searches = searching.contains(importer);
      for (ImportFact fact : imports(base, importer)) {
        boolean asked = fact.level() == 0 && (searches || fact.module().contains("."));
        if (asked && isUnknown(base.resolve(importer, fact))) {
          moved.stream()
              .filter(file -> spells(file, fact) && !keepsItsWay(importer, file))
              .findFirst()
              .ifPresent(
                  file ->
                      found.add(
                          Problem.at(
                              importer,
                              fact.line(),
                              Code.M091,
                              fact.module(),
                              file,
                              relocation.newPath(file))));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /**
   * Imports that find a module of a package because they are in a script beside it, which Python
   * puts before all else: told where the module has the name that is imported, as others may be
   * called like it.
   *
   * @param searching files of which all is told already
   */
  List<Problem> foundByScripts(Collection<String> searching) {
    Map<String, String> files = new TreeMap<>();
    Set<Set<Integer>> words = new LinkedHashSet<>();
    for (String file : relocation.paths().keySet()) {
      String place = ReferenceIndex.placeOf(file);
      if (base.facts(file).isPresent()) {
        files.put(place, file);
        words.add(Set.of(FactWords.of(place.substring(place.lastIndexOf('.') + 1))));
      }
    }
    List<Problem> found = new ArrayList<>();
    Set<String> importers = new TreeSet<>(base.sourcesHolding(words));
    importers.removeAll(searching);
    for (String importer : importers) {
      String directory = RepoPaths.parent(importer).replace('/', '.');
      for (ImportFact fact : imports(base, importer)) {
        String beside = directory.isEmpty() ? fact.module() : directory + "." + fact.module();
        String file = fact.level() == 0 ? files.get(beside) : null;
        if (file != null
            && hasName(file, fact)
            && isUnknown(base.resolve(importer, fact))
            && !keepsItsWay(importer, file)) {
          found.add(
              Problem.at(
                  importer, fact.line(), Code.M091, fact.module(), file, relocation.newPath(file)));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private boolean hasName(String file, ImportFact fact) {
    String name = fact.name();
    return name != null && base.facts(file).orElseThrow().boundNames().contains(name);
  }

  /** No source root has the name, though one may have a directory that it begins with. */
  private static boolean isUnknown(Resolution resolution) {
    return resolution instanceof Resolution.External || resolution.isDangling();
  }

  /** Whether the file has the imported name from some directory above it. */
  private static boolean spells(String file, ImportFact fact) {
    String place = "." + ReferenceIndex.placeOf(file);
    return place.endsWith("." + fact.module())
        || fact.name() != null && place.endsWith("." + fact.module() + "." + fact.name());
  }

  /** Whether importer and file moved together: a path from one to the other still leads there. */
  private boolean keepsItsWay(String importer, String file) {
    return way(importer, file).equals(way(relocation.newPath(importer), relocation.newPath(file)));
  }

  /** The steps from the directory of one file to another file. */
  private static String way(String from, String to) {
    String[] start = from.split("/", -1);
    String[] end = to.split("/", -1);
    int common = 0;
    while (common < Math.min(start.length, end.length) - 1 && start[common].equals(end[common])) {
      common++;
    }
    List<String> rest = List.of(end).subList(common, end.length);
    return "../".repeat(start.length - 1 - common) + String.join("/", rest);
  }

  private static List<ImportFact> imports(Snapshot snapshot, String path) {
    Optional<FileFacts> facts = snapshot.facts(path);
    return facts.map(FileFacts::imports).orElse(List.of());
  }
}
