package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells of what belongs to moved modules though no name or place of sources says so. */
final class UnnamedSources {
  private final ModuleLayout layout;
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;

  UnnamedSources(ModuleLayout layout, Snapshot base, Snapshot after, Relocation relocation) {
    this.layout = layout;
    this.base = base;
    this.after = after;
    this.relocation = relocation;
  }

  List<Problem> told() {
    List<Problem> found = new ArrayList<>(stubs());
    found.addAll(compiled());
    return found.stream().distinct().toList();
  }

  private List<Problem> stubs() {
    List<Problem> found = new ArrayList<>();
    for (Move move : relocation.moves()) {
      layout
          .stubsApart(base.listing(), relocation, move)
          .forEach(
              (stub, place) -> {
                if (staysBehind(stub)) {
                  found.add(Problem.of(Code.M140, stub, move.source(), place));
                }
              });
    }
    return found;
  }

  private boolean staysBehind(String path) {
    return base.listing().containsFile(path)
        ? !relocation.isMoved(path)
        : base.listing().below(path).stream()
            .map(TreeEntry::path)
            .anyMatch(file -> !relocation.isMoved(file));
  }

  /** Imports that go on naming a compiled module that has another name now. */
  private List<Problem> compiled() {
    Map<String, String> left = new TreeMap<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      for (String name : layout.compiledNames(base.modules(), path)) {
        boolean kept =
            layout.compiledNames(after.modules(), relocation.newPath(path)).contains(name);
        if (!kept && after.modules().fileOf(name).isEmpty()) {
          left.putIfAbsent(name, path);
        }
      }
    }
    if (left.isEmpty()) {
      return List.of();
    }
    List<Problem> found = new ArrayList<>();
    Set<Set<Integer>> words = new LinkedHashSet<>();
    left.keySet().forEach(name -> words.add(Set.of(FactWords.of(last(name)))));
    for (String importer : new TreeSet<>(base.sourcesHolding(words))) {
      String path = relocation.newPath(importer);
      for (ImportFact fact :
          after.facts(path).map(FileFacts::imports).orElse(List.<ImportFact>of())) {
        for (String name : named(path, fact)) {
          String source = left.get(name);
          if (source != null) {
            found.add(problem(path, fact, name, source));
            break;
          }
        }
      }
    }
    return found;
  }

  private Problem problem(String importer, ImportFact fact, String name, String source) {
    String path = relocation.newPath(source);
    List<String> names = layout.compiledNames(after.modules(), path);
    String now = names.isEmpty() ? path : names.getFirst();
    return Problem.at(importer, fact.line(), Code.M141, name, path, now);
  }

  /** The modules that an import names, but for what the package that it names binds itself. */
  private Set<String> named(String importer, ImportFact fact) {
    Set<String> found = new TreeSet<>();
    boolean bound =
        after.resolve(importer, fact) instanceof Resolution.Attribute(_, _, boolean it) && it;
    List<String> packages = fact.level() == 0 ? List.of("") : after.modules().packagesOf(importer);
    for (String start : packages) {
      String package_ = start;
      for (int i = 1; i < fact.level(); i++) {
        package_ = package_.substring(0, Math.max(package_.lastIndexOf('.'), 0));
      }
      String module = join(package_, fact.module());
      found.add(module);
      if (fact.name() != null && !bound) {
        found.add(join(module, fact.name()));
      }
    }
    return found;
  }

  private static String join(String package_, String name) {
    return package_.isEmpty() || name.isEmpty() ? package_ + name : package_ + "." + name;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
