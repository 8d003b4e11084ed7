package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ImportFact.Context;
import dev.ferry.facts.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that may reach a moved module through other ones: {@code mid.a.b}, where {@code mid} says
 * {@code import a.b}, and {@code holder.mid.a.b}, where {@code holder} imports {@code mid}. They
 * need not spell the module in any import or string.
 */
final class ReachedThrough {
  /** Nobody writes longer ways, and each step may lead to many files. */
  private static final int MOST_STEPS = 3;

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
    Set<String> above = new HashSet<>();
    for (String name : moved) {
      roots.add(first(name));
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        above.add(name.substring(0, dot));
      }
    }
    Set<String> found = new TreeSet<>();
    Set<String> carriers = new TreeSet<>();
    for (String path : mentioning) {
      List<ImportFact> binding =
          imports(path).stream()
              .filter(fact -> binds(fact, roots) || bindsModule(path, fact, above))
              .toList();
      if (binding.stream().anyMatch(ReachedThrough::isInClass)) {
        base.modules().namesOf(path).forEach(module -> found.addAll(index.naming(module)));
      }
      if (!binding.isEmpty()) {
        carriers.add(path);
      }
    }
    Set<String> known = new HashSet<>(carriers);
    for (int step = 0; step < MOST_STEPS && !carriers.isEmpty(); step++) {
      Set<String> next = new TreeSet<>();
      carriers.forEach(path -> step(path, found, next));
      next.removeIf(path -> !known.add(path));
      carriers = next;
    }
    return found;
  }

  /** Adds those that import a file's module, and those of them that hand it on. */
  private void step(String path, Set<String> found, Set<String> next) {
    for (String module : base.modules().namesOf(path)) {
      for (String importer : index.naming(module)) {
        for (ImportFact fact : imports(importer)) {
          if (isModule(fact, module)) {
            found.add(importer);
            if (isAtTop(fact)) {
              next.add(importer);
            }
          }
        }
      }
    }
  }

  private List<ImportFact> imports(String path) {
    return base.facts(path).map(FileFacts::imports).orElse(List.of());
  }

  /** Then whoever imports the class has it too. */
  private static boolean isInClass(ImportFact fact) {
    return fact.contexts().contains(Context.CLASS);
  }

  private static boolean isAtTop(ImportFact fact) {
    return !isInClass(fact) && !fact.contexts().contains(Context.FUNCTION);
  }

  /** Whether it binds, at the top of its file or in a class, the root of something that moves. */
  private static boolean binds(ImportFact fact, Set<String> roots) {
    return fact.isRootBinding()
        && !fact.contexts().contains(Context.FUNCTION)
        && roots.contains(first(fact.module()));
  }

  /** Whether it binds a package above something that moves by a name of its own. */
  private boolean bindsModule(String path, ImportFact fact, Set<String> above) {
    String name = fact.name();
    if (!isAtTop(fact) || fact.isRootBinding() || fact.isStar()) {
      return false;
    }
    if (fact.level() == 0) {
      return above.contains(name == null ? fact.module() : join(fact.module(), name));
    }
    for (String package_ : base.modules().packagesOf(path)) {
      String start = package_;
      for (int i = 1; i < fact.level(); i++) {
        start = start.substring(0, Math.max(0, start.lastIndexOf('.')));
      }
      if (name != null && above.contains(join(join(start, fact.module()), name))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may bring in the module itself, and not a name out of it. */
  private static boolean isModule(ImportFact fact, String module) {
    String name = fact.name();
    return name == null
        ? (fact.module() + ".").startsWith(module + ".")
        : name.equals(module.substring(module.lastIndexOf('.') + 1));
  }

  private static String join(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "." + other;
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
