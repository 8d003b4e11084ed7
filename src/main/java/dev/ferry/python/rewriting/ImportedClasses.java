package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the classes of the modules that a file imports have because of imports in their bodies. */
final class ImportedClasses {
  private ImportedClasses() {}

  /** The names that those bodies bind by {@code import a.b}. */
  static Set<String> bound(Relocation relocation, String path) {
    ModuleTable seen = relocation.before().seenFrom(path);
    Set<String> found = new HashSet<>();
    for (ImportFact fact : imports(relocation, path)) {
      for (String module : modules(seen, path, fact)) {
        seen.fileOf(module).ifPresent(file -> add(imports(relocation, file), found));
      }
    }
    return found;
  }

  private static List<ImportFact> imports(Relocation relocation, String path) {
    return relocation.facts().apply(path).map(FileFacts::imports).orElse(List.of());
  }

  /** What the import may bring in: the module, or the submodule that it names. */
  private static List<String> modules(ModuleTable seen, String path, ImportFact fact) {
    String module = fact.module();
    if (fact.level() > 0) {
      List<String> packages = seen.packagesOf(path);
      String start =
          packages.isEmpty() ? null : DottedNames.ancestor(packages.getFirst(), fact.level() - 1);
      if (start == null) {
        return List.of();
      }
      module = DottedNames.join(start, module);
    }
    String name = fact.name();
    return name == null || fact.isStar()
        ? List.of(module)
        : List.of(module, DottedNames.join(module, name));
  }

  private static void add(List<ImportFact> imports, Set<String> found) {
    imports.stream()
        .filter(fact -> fact.isRootBinding() && inClass(fact))
        .forEach(fact -> found.add(DottedNames.first(fact.module())));
  }

  private static boolean inClass(ImportFact fact) {
    return fact.contexts().contains(ImportFact.Context.CLASS)
        && !fact.contexts().contains(ImportFact.Context.FUNCTION);
  }
}
