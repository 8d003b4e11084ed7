package dev.ferry.python.rewriting;

import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ScopeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return packageFile.equals(path)
        || new LoadedFiles(relocation).leadTo(List.of(packageFile), path);
  }
}
