package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that may reach a moved module through another one: {@code mid.a.b}, where {@code mid} says
 * {@code import a.b}. They need not spell the module in any import or string.
 */
final class ReachedThrough {
  private final Snapshot base;
  private final ReferenceIndex index;

  ReachedThrough(Snapshot base, ReferenceIndex index) {
    this.base = base;
    this.index = index;
  }

  /**
   * @param moved the names of what moves
   * @param mentioning the files that mention them
   */
  Set<String> importers(Collection<String> moved, Collection<String> mentioning) {
    Set<String> roots = new HashSet<>();
    moved.forEach(name -> roots.add(first(name)));
    Set<String> found = new TreeSet<>();
    for (String path : mentioning) {
      List<ImportFact> binding = imports(path).stream().filter(fact -> binds(fact, roots)).toList();
      boolean inClass = binding.stream().anyMatch(ReachedThrough::isInClass);
      if (!binding.isEmpty()) {
        for (String module : base.modules().namesOf(path)) {
          for (String importer : index.naming(module)) {
            boolean isClassOrModule =
                inClass || imports(importer).stream().anyMatch(fact -> isModule(fact, module));
            if (isClassOrModule) {
              found.add(importer);
            }
          }
        }
      }
    }
    return found;
  }

  private List<ImportFact> imports(String path) {
    return base.facts(path).map(FileFacts::imports).orElse(List.of());
  }

  /** Then whoever imports the class has it too. */
  private static boolean isInClass(ImportFact fact) {
    return fact.contexts().contains(ImportFact.Context.CLASS);
  }

  /** Whether it binds, at the top of its file or in a class, the root of something that moves. */
  private static boolean binds(ImportFact fact, Set<String> roots) {
    return fact.isRootBinding()
        && !fact.contexts().contains(ImportFact.Context.FUNCTION)
        && roots.contains(first(fact.module()));
  }

  /** Whether it may bring in the module itself, and not a name out of it. */
  private static boolean isModule(ImportFact fact, String module) {
    String name = fact.name();
    return name == null
        ? (fact.module() + ".").startsWith(module + ".")
        : name.equals(module.substring(module.lastIndexOf('.') + 1));
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
