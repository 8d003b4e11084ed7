package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ScopeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Packages around a file that may be loading while it is loaded. A top-level one can be named then,
 * as {@code import a} finds it; {@code m.a} cannot, as a package is no attribute of the one above
 * it before all of its file has run.
 */
final class HalfLoadedPackages {
  private final Relocation relocation;
  private final String path;
  private final List<String> before;
  private final List<String> after;

  HalfLoadedPackages(Relocation relocation, String path) {
    this.relocation = relocation;
    this.path = path;
    String now = relocation.newPath(path);
    this.before = relocation.before().packagesOf(path);
    this.after = relocation.after().packagesOf(now);
  }

  /** Whether code that runs as the file is loaded could read the old name, and not the new one. */
  boolean hide(String old, String moved) {
    return !old.equals(moved)
        && isHidden(moved, after, this::oldFileOfNew)
        && !isHidden(old, before, relocation.before()::fileOf);
  }

  /** Whether a use runs as the file is loaded. */
  static boolean isAtOnce(Reference use) {
    for (Scope scope = use.scope(); scope != null; scope = scope.parent()) {
      if (scope.kind() == ScopeKind.FUNCTION || scope.kind() == ScopeKind.LAMBDA) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> oldFileOfNew(String name) {
    ModuleTable now = relocation.after();
    return now.fileOf(name)
        .map(
            file ->
                relocation.paths().entrySet().stream()
                    .filter(path -> path.getValue().equals(file))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(file));
  }

  private boolean isHidden(
      String name, List<String> packages, Function<String, Optional<String>> fileOf) {
    for (String part = name; part.contains("."); part = DottedNames.parent(part)) {
      String package_ = part;
      boolean around = packages.stream().anyMatch(own -> DottedNames.isWithin(own, package_));
      if (around && fileOf.apply(package_).filter(this::loadsThis).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether loading the file of a package, by its old path, loads this file. */
  private boolean loadsThis(String packageFile) {
    if (packageFile.equals(path)) {
      return true;
    }
    Set<String> reached = new HashSet<>(Set.of(packageFile));
    Deque<String> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      for (String next : loadedBy(waiting.remove())) {
        if (next.equals(path)) {
          return true;
        }
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return false;
  }

  private List<String> loadedBy(String file) {
    ModuleTable modules = relocation.before();
    List<String> found = new ArrayList<>();
    for (ImportFact fact :
        relocation.facts().apply(file).map(FileFacts::imports).orElse(List.of())) {
      for (String start : fact.level() == 0 ? List.of("") : modules.packagesOf(file)) {
        String base = fact.level() == 0 ? start : DottedNames.ancestor(start, fact.level() - 1);
        if (base != null && runsAtOnce(fact)) {
          String module = DottedNames.join(base, fact.module());
          modules.fileOf(module).ifPresent(found::add);
          if (fact.name() != null) {
            modules.fileOf(DottedNames.join(module, fact.name())).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static boolean runsAtOnce(ImportFact fact) {
    Set<ImportFact.Context> contexts = fact.contexts();
    return !contexts.contains(ImportFact.Context.FUNCTION)
        && !contexts.contains(ImportFact.Context.TYPE_CHECKING);
  }
}
