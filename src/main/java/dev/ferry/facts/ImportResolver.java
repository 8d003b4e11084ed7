package dev.ferry.facts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what imports refer to, by the rules of Python's import system. */
final class ImportResolver {
  private final ModuleTable modules;
  private final Function<String, Optional<FileFacts>> facts;

  /**
   * @param facts of a file of the tree, or nothing where it could not be read
   */
  ImportResolver(ModuleTable modules, Function<String, Optional<FileFacts>> facts) {
    this.modules = modules;
    this.facts = facts;
  }

  Resolution resolve(String importer, ImportFact fact) {
    return fact.level() == 0 ? absolute(importer, fact) : relative(importer, fact);
  }

  private Resolution absolute(String importer, ImportFact fact) {
    String module = fact.module();
    String top = top(module);
    if (modules.fileOf(top).isEmpty()) {
      if (modules.isStandardLibrary(top)) {
        return new Resolution.StandardLibrary(module);
      }
      if (!modules.isNamespacePackage(top)) {
        return beside(importer, fact);
      }
    }
    return inRepository(module, fact);
  }

  private Resolution beside(String importer, ImportFact fact) {
    Optional<String> submodule =
        fact.name() == null || fact.isStar()
            ? Optional.empty()
            : modules.fileBeside(importer, fact.module() + "." + fact.name());
    Optional<String> file = submodule.or(() -> modules.fileBeside(importer, fact.module()));
    return file.<Resolution>map(Resolution.Neighbour::new)
        .orElseGet(() -> new Resolution.External(fact.module()));
  }

  private Resolution relative(String importer, ImportFact fact) {
    List<String> packages = modules.packagesOf(importer);
    Resolution first = null;
    for (String start : packages) {
      String base = ancestor(start, fact.level() - 1);
      if (base == null) {
        continue;
      }
      String module = fact.module().isEmpty() ? base : base + "." + fact.module();
      Resolution found = inRepository(module, fact);
      if (found.isDangling() && modules.namesOf(importer).isEmpty()) {
        found = besideRelative(importer, module, fact);
      }
      if (!found.isDangling()) {
        return found;
      }
      first = first == null ? found : first;
    }
    return first != null
        ? first
        : new Resolution.Dangling(".".repeat(fact.level()) + wanted(fact.module(), fact));
  }

  private Resolution besideRelative(String importer, String module, ImportFact fact) {
    Optional<String> file =
        fact.isStar() || fact.name() == null
            ? Optional.empty()
            : modules.fileBeside(importer, module + "." + fact.name());
    Optional<String> found = file.or(() -> modules.fileBeside(importer, module));
    return found
        .<Resolution>map(Resolution.Neighbour::new)
        .orElseGet(() -> new Resolution.Dangling(wanted(module, fact)));
  }

  /** The package so many levels up; null beyond the top, where Python refuses a relative import. */
  private static @Nullable String ancestor(String name, int levels) {
    String current = name;
    for (int i = 0; i < levels && !current.isEmpty(); i++) {
      int dot = current.lastIndexOf('.');
      current = dot < 0 ? "" : current.substring(0, dot);
    }
    return current.isEmpty() ? null : current;
  }

  private Resolution inRepository(String module, ImportFact fact) {
    String name = fact.name();
    Optional<String> file = modules.fileOf(module);
    if (name == null || fact.isStar()) {
      if (file.isPresent()) {
        return new Resolution.Module(file.get());
      }
      return modules.isNamespacePackage(module)
          ? new Resolution.Namespace(module)
          : new Resolution.Dangling(wanted(module, fact));
    }
    if (file.isPresent()) {
      return nameIn(file.get(), module, name);
    }
    String full = module + "." + name;
    Optional<String> submodule = modules.fileOf(full);
    if (submodule.isPresent()) {
      return new Resolution.Module(submodule.get());
    }
    return modules.isNamespacePackage(full)
        ? new Resolution.Namespace(full)
        : new Resolution.Dangling(full);
  }

  /**
   * Where a package binds a name that a submodule has too, the binding wins, as it does in Python;
   * unless what it binds is that submodule.
   */
  private Resolution nameIn(String file, String module, String name) {
    String full = module + "." + name;
    Optional<FileFacts> known = facts.apply(file);
    boolean bound = known.isPresent() && known.get().boundNames().contains(name);
    Optional<String> submodule = modules.fileOf(full);
    if (submodule.isPresent()) {
      return bound && !bindsSubmodule(known.get(), module, name)
          ? new Resolution.Attribute(file, name, true)
          : new Resolution.Module(submodule.get());
    }
    if (bound || isImplicit(name)) {
      return new Resolution.Attribute(file, name, true);
    }
    if (modules.isNamespacePackage(full)) {
      return new Resolution.Namespace(full);
    }
    return known.isEmpty() || mayHaveMore(known.get())
        ? new Resolution.Attribute(file, name, false)
        : new Resolution.Dangling(full);
  }

  /** Whether an {@code __init__} imports its own submodule under the submodule's name. */
  private static boolean bindsSubmodule(FileFacts facts, String module, String name) {
    for (ImportFact fact : facts.imports()) {
      boolean own = fact.level() == 1 ? fact.module().isEmpty() : fact.module().equals(module);
      if (own && name.equals(fact.name()) && (fact.alias() == null || name.equals(fact.alias()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isImplicit(String name) {
    return name.startsWith("__") && name.endsWith("__");
  }

  private static boolean mayHaveMore(FileFacts facts) {
    return facts.marks().contains(FileFacts.Mark.STAR_IMPORT)
        || facts.marks().contains(FileFacts.Mark.DYNAMIC_ATTRIBUTES)
        || facts.marks().contains(FileFacts.Mark.BROKEN);
  }

  private static String wanted(String module, ImportFact fact) {
    String name = fact.name();
    if (name == null || fact.isStar()) {
      return module;
    }
    return module.isEmpty() ? name : module + "." + name;
  }

  private static String top(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
