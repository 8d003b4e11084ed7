package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resolves imports again in the tree that the moves make (rule 25), and compares. */
final class ImportCheck {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;

  ImportCheck(Snapshot base, Snapshot after, Relocation relocation) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
  }

  /** The imports that led somewhere before and lead nowhere now. */
  List<Problem> newlyDangling(Collection<String> paths) {
    List<Problem> found = new ArrayList<>();
    for (String path : paths) {
      Set<String> danglingBefore = new HashSet<>();
      Set<String> directories = new HashSet<>();
      for (ImportFact fact : imports(base, path)) {
        if (base.resolve(path, fact) instanceof Resolution.Namespace(String name)) {
          directories.add(name);
        }
        if (base.resolve(path, fact) instanceof Resolution.Dangling(String name)) {
          danglingBefore.add(name);
          danglingBefore.add(written(fact));
        }
      }
      String target = relocation.newPath(path);
      for (ImportFact fact : imports(after, target)) {
        Resolution now = after.resolve(target, fact);
        String name = lost(path, now);
        if (now instanceof Resolution.Attribute(String in, String attribute, boolean seen)
            && !seen) {
          // a directory that is gone, and no star brings it
          name = in(in, attribute).filter(directories::contains).orElse(name);
        }
        if (name != null
            && !danglingBefore.contains(name)
            && !danglingBefore.contains(written(fact))
            && !isFormer(name, danglingBefore)) {
          found.add(Problem.at(target, fact.line(), broken(target) ? Code.M017 : Code.M012, name));
        }
      }
    }
    return found;
  }

  private Optional<String> in(String packageFile, String name) {
    return after.modules().namesOf(packageFile).stream()
        .map(package_ -> package_ + "." + name)
        .findFirst();
  }

  /** The name that leads nowhere; also where all of the repository that had its beginning left. */
  private @Nullable String lost(String importer, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Dangling(String name) -> name;
      case Resolution.External(String name) -> {
        int dot = name.indexOf('.');
        String top = dot < 0 ? name : name.substring(0, dot);
        ModuleTable seen = base.modules().seenFrom(importer);
        boolean local = seen.fileOf(top).isPresent() || seen.isNamespacePackage(top);
        yield local ? name : null;
      }
      case Resolution.Module _,
          Resolution.Attribute _,
          Resolution.Namespace _,
          Resolution.Neighbour _,
          Resolution.StandardLibrary _ ->
          null;
    };
  }

  /** What looks like an import in a file that does not parse never stops a run (rule 16). */
  private boolean broken(String path) {
    return after
        .facts(path)
        .map(facts -> facts.marks().contains(FileFacts.Mark.BROKEN))
        .orElse(false);
  }

  /** Whether a name that leads nowhere is the new form of one that already led nowhere. */
  private static boolean isFormer(String name, Set<String> danglingBefore) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return danglingBefore.stream().anyMatch(old -> old.endsWith("." + last));
  }

  private static List<ImportFact> imports(Snapshot snapshot, String path) {
    return snapshot.facts(path).map(facts -> facts.imports()).orElse(List.of());
  }

  private static String written(ImportFact fact) {
    return ".".repeat(fact.level()) + fact.module() + " " + fact.name();
  }

  private static String spelled(ImportFact fact) {
    String module = ".".repeat(fact.level()) + fact.module();
    return fact.isFrom() && fact.module().isEmpty() ? module + fact.name() : module;
  }

  /**
   * Imports in files that do not change which led nowhere before and lead to a moved module now.
   */
  List<Problem> healed(ReferenceIndex index) {
    List<Problem> found = new ArrayList<>();
    Set<String> paths = new TreeSet<>();
    for (String target : relocation.paths().values()) {
      for (String name : after.modules().namesOf(target)) {
        paths.addAll(index.naming(name));
      }
    }
    for (String path : paths) {
      if (relocation.isMoved(path)) {
        continue;
      }
      for (ImportFact fact : imports(base, path)) {
        if (base.resolve(path, fact).isDangling() && !after.resolve(path, fact).isDangling()) {
          found.add(Problem.at(path, fact.line(), Code.M020, spelled(fact)));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** Moved modules that a package above them hides, because it binds the name to something else. */
  List<Problem> hidden() {
    Set<String> asked = new TreeSet<>();
    List<Problem> found = new ArrayList<>();
    for (String target : new TreeSet<>(relocation.paths().values())) {
      for (String name : after.modules().namesOf(target)) {
        for (String part = name; part.contains(".") && asked.add(part); part = parent(part)) {
          hidden(part).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Directories whose sources nobody is known to import, and that a moved module now hides. */
  List<Problem> hiddenDirectories() {
    List<Problem> found = new ArrayList<>();
    for (String target : new TreeSet<>(relocation.paths().values())) {
      int dot = target.lastIndexOf('.');
      String directory = dot < 0 ? target : target.substring(0, dot);
      boolean hides =
          after.modules().namesOf(target).stream()
              .anyMatch(name -> base.modules().isNamespacePackage(name) || isRegular(name));
      if (hides && holdsSources(directory)) {
        found.add(Problem.at(target, 0, Code.M094, target, directory));
      }
    }
    return found;
  }

  private boolean isRegular(String name) {
    return base.modules().isRegularPackage(name) && !after.modules().isRegularPackage(name);
  }

  private boolean holdsSources(String directory) {
    return after.listing().below(directory).stream()
        .anyMatch(entry -> after.facts(entry.path()).isPresent());
  }

  private Optional<Problem> hidden(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    ImportFact asked = new ImportFact(parent(name), 0, last, null, 0, 0, 0, 0, 0, Set.of());
    return after.resolve("", asked) instanceof Resolution.Attribute(String package_, _, _)
        ? Optional.of(Problem.at(package_, 0, Code.M032, name, last))
        : Optional.empty();
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
