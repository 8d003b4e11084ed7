package dev.ferry.facts;

import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what imports refer to, by the rules of Python's import system. Most imports of a
 * repository repeat each other, so each name is looked up once. For one thread.
 */
final class ImportResolver {
  private final ModuleTable modules;
  private final Function<String, Optional<FileFacts>> facts;
  private final Map<String, Target> targets = new HashMap<>();
  private final Map<String, Boolean> besides = new HashMap<>();
  private final Set<String> unnamed = new HashSet<>();

  /** A dotted name that stands behind {@code import} or {@code from}. */
  private static final class Target {
    /** What the name itself refers to; null where only the importer's place can tell. */
    private final @Nullable Resolution whole;

    private final Map<String, Resolution> names = new HashMap<>();
    private final List<String> users = new ArrayList<>();

    Target(@Nullable Resolution whole) {
      this.whole = whole;
    }

    void usedBy(String importer) {
      if (users.isEmpty() || !users.getLast().equals(importer)) {
        users.add(importer);
      }
    }
  }

  /**
   * @param facts of a file of the tree, or nothing where it could not be read
   */
  ImportResolver(ModuleTable modules, Function<String, Optional<FileFacts>> facts) {
    this.modules = modules;
    this.facts = facts;
  }

  /** Resolves what one file imports, in its order. */
  List<ResolvedImport> resolveAll(String importer) {
    Optional<FileFacts> known = facts.apply(importer);
    if (known.isEmpty() || known.get().imports().isEmpty()) {
      return List.of();
    }
    List<ImportFact> imports = known.get().imports();
    ResolvedImport[] resolved = new ResolvedImport[imports.size()];
    for (int i = 0; i < resolved.length; i++) {
      ImportFact fact = imports.get(i);
      resolved[i] = new ResolvedImport(importer, fact, resolve(importer, fact));
    }
    return List.of(resolved);
  }

  Resolution resolve(String importer, ImportFact fact) {
    return fact.level() == 0 ? absolute(importer, fact) : relative(importer, fact);
  }

  /** Who asked for each dotted name, relative ones by the name they stand for. */
  Map<String, List<String>> users() {
    Map<String, List<String>> users = new HashMap<>();
    targets.forEach((name, target) -> users.put(name, target.users));
    return users;
  }

  /** Files without a name of their own that have relative imports. */
  Set<String> unnamed() {
    return unnamed;
  }

  private Target target(String module) {
    Target known = targets.get(module);
    if (known == null) {
      known = new Target(findWhole(module));
      targets.put(module, known);
    }
    return known;
  }

  private @Nullable Resolution findWhole(String module) {
    String top = top(module);
    if (modules.fileOf(top).isEmpty()) {
      if (modules.isStandardLibrary(top)) {
        return new Resolution.StandardLibrary(module);
      }
      if (!modules.isNamespacePackage(top)) {
        return null;
      }
    }
    Optional<String> file = modules.fileOf(module);
    if (file.isPresent()) {
      return new Resolution.Module(file.get());
    }
    return modules.isNamespacePackage(module)
        ? new Resolution.Namespace(module)
        : new Resolution.Dangling(module);
  }

  private Resolution absolute(String importer, ImportFact fact) {
    Target target = target(fact.module());
    target.usedBy(importer);
    Resolution near = near(importer, fact);
    if (near != null) {
      return near;
    }
    if (target.whole == null) {
      Resolution found = beside(importer, fact.module(), fact);
      return found != null ? found : new Resolution.External(fact.module());
    }
    return nameOf(importer, target, target.whole, fact.module(), fact);
  }

  private Resolution nameOf(
      String importer, Target target, Resolution whole, String module, ImportFact fact) {
    String name = fact.name();
    if (name == null || fact.isStar() || whole instanceof Resolution.StandardLibrary) {
      return whole;
    }
    if (whole instanceof Resolution.Module(String path) && path.equals(importer)) {
      // a package that imports from itself has bound nothing else yet
      Optional<String> submodule = modules.fileOf(module + "." + name);
      if (submodule.isPresent()) {
        return new Resolution.Module(submodule.get());
      }
    }
    Resolution known = target.names.get(name);
    if (known == null) {
      known = inModule(modules, whole, module, name);
      target.names.put(name, known);
    }
    return known;
  }

  private Resolution inModule(ModuleTable table, Resolution whole, String module, String name) {
    if (whole instanceof Resolution.Module(String path)) {
      return nameIn(table, path, module, name);
    }
    String full = module + "." + name;
    Optional<String> submodule = table.fileOf(full);
    if (submodule.isPresent()) {
      return new Resolution.Module(submodule.get());
    }
    return table.isNamespacePackage(full)
        ? new Resolution.Namespace(full)
        : new Resolution.Dangling(full);
  }

  /** What only the importer's surroundings have a name for; null where there is nothing. */
  private @Nullable Resolution near(String importer, ImportFact fact) {
    ModuleTable seen = modules.seenFrom(importer);
    String module = fact.module();
    if (seen == modules || !isSeenOtherwise(seen, module)) {
      return null;
    }
    Optional<String> file = seen.fileOf(module);
    Resolution whole =
        file.isPresent()
            ? new Resolution.Module(file.get())
            : seen.isNamespacePackage(module)
                ? new Resolution.Namespace(module)
                : new Resolution.Dangling(module);
    String name = fact.name();
    Resolution found = name == null || fact.isStar() ? whole : inModule(seen, whole, module, name);
    if (isWithin(importer, seen.fileOf(top(module)).orElse(""))) {
      return found;
    }
    return found.isDangling() && file.isPresent()
        ? new Resolution.Neighbour(file.get())
        : neighbour(found);
  }

  private boolean isSeenOtherwise(ModuleTable seen, String module) {
    return !seen.fileOf(module).equals(modules.fileOf(module))
        || seen.isNamespacePackage(module) && !modules.isNamespacePackage(module);
  }

  /** Whether a file lies in the package that {@code packageFile} is the file of. */
  private static boolean isWithin(String importer, String packageFile) {
    int slash = packageFile.lastIndexOf('/');
    return slash >= 0
        && packageFile.startsWith("__init__.", slash + 1)
        && importer.startsWith(packageFile.substring(0, slash + 1));
  }

  /** What a script or a test finds beside it, if it runs in its own directory. */
  private static Resolution neighbour(Resolution found) {
    return switch (found) {
      case Resolution.Module(String path) -> new Resolution.Neighbour(path);
      case Resolution.Attribute(String path, String name, boolean seen) ->
          new Resolution.Neighbour(path);
      case Resolution.Neighbour neighbour -> neighbour;
      case Resolution.Namespace namespace -> namespace;
      case Resolution.StandardLibrary library -> library;
      case Resolution.External external -> external;
      case Resolution.Dangling dangling -> dangling;
    };
  }

  private @Nullable Resolution beside(String importer, String module, ImportFact fact) {
    int slash = importer.lastIndexOf('/');
    String directory = slash < 0 ? "" : importer.substring(0, slash);
    String top = top(module);
    if (!besides.computeIfAbsent(
        directory + ":" + top, key -> modules.existsBeside(importer, top))) {
      return null; // asked once for each directory
    }
    Optional<String> file = Optional.empty();
    if (fact.name() != null && !fact.isStar()) {
      file = modules.fileBeside(importer, module + "." + fact.name());
    }
    return file.or(() -> modules.fileBeside(importer, module))
        .map(Resolution.Neighbour::new)
        .orElse(null);
  }

  private Resolution relative(String importer, ImportFact fact) {
    boolean named = !modules.namesOf(importer).isEmpty();
    if (!named) {
      unnamed.add(importer);
    }
    Resolution first = null;
    for (String start : modules.packagesOf(importer)) {
      String base = ancestor(start, fact.level() - 1);
      if (base == null) {
        Resolution top = atTop(importer, start, fact);
        if (top != null) {
          return top;
        }
        continue;
      }
      String module = fact.module().isEmpty() ? base : base + "." + fact.module();
      Resolution found = relativeTo(importer, module, named, fact);
      if (!found.isDangling()) {
        return found;
      }
      first = first == null ? found : first;
    }
    return first != null
        ? first
        : new Resolution.Dangling(".".repeat(fact.level()) + wanted(fact.module(), fact));
  }

  private Resolution relativeTo(String importer, String module, boolean named, ImportFact fact) {
    if (!named) {
      Resolution found = beside(importer, module, fact);
      return found != null ? found : new Resolution.Dangling(wanted(module, fact));
    }
    Target target = target(module);
    target.usedBy(importer);
    Resolution whole = target.whole;
    return whole == null || whole instanceof Resolution.StandardLibrary
        ? new Resolution.Dangling(wanted(module, fact))
        : nameOf(importer, target, whole, module, fact);
  }

  /**
   * What stands in the directory around the top-level modules, which is a package where somebody
   * else imports it as one: plug-ins of a host. That it is one is certain only where it has an
   * {@code __init__}. Null where nothing stands there.
   */
  private @Nullable Resolution atTop(String importer, String start, ImportFact fact) {
    String directory = RepoPaths.parent(importer);
    int levels = fact.level() - 1;
    for (String above = start; !above.isEmpty(); above = parent(above)) {
      directory = RepoPaths.parent(directory);
      levels--;
    }
    String name = fact.name();
    String module = fact.module().isEmpty() ? name : fact.module();
    if (levels != 0 || module == null || fact.module().isEmpty() && fact.isStar()) {
      return null;
    }
    unnamed.add(importer); // no name tells what it depends on
    String prefix = directory.isEmpty() ? "" : directory + "/";
    Resolution found = inDirectory(importer, prefix, module, fact);
    boolean certain = facts.apply(prefix + "__init__.py").isPresent();
    return found == null || certain ? found : neighbour(found);
  }

  private @Nullable Resolution inDirectory(
      String importer, String prefix, String module, ImportFact fact) {
    Resolution found = target(module).whole;
    boolean beside =
        found instanceof Resolution.Module(String path)
            ? path.startsWith(prefix)
            : found instanceof Resolution.Namespace;
    if (fact.module().isEmpty()) {
      Resolution bound = boundBy(prefix + "__init__.py", module);
      return bound != null ? bound : beside ? found : null;
    }
    Resolution named =
        beside && found != null ? nameOf(importer, target(module), found, module, fact) : null;
    return named == null || named.isDangling() ? null : named;
  }

  /** What the file of a package without a name has under a name; null where it does not bind it. */
  private @Nullable Resolution boundBy(String file, String name) {
    return facts
        .apply(file)
        .filter(known -> known.boundNames().contains(name) && !bindsSubmodule(known, "", name))
        .map(known -> new Resolution.Attribute(file, name, true))
        .orElse(null);
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
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

  /**
   * Where a package binds a name that a submodule has too, the binding wins, as it does in Python;
   * unless what it binds is that submodule.
   */
  private Resolution nameIn(ModuleTable table, String file, String module, String name) {
    String full = module + "." + name;
    Optional<FileFacts> known = facts.apply(file);
    boolean bound = known.isPresent() && known.get().boundNames().contains(name);
    Optional<String> submodule = table.fileOf(full);
    if (submodule.isPresent()) {
      return bound && !bindsSubmodule(known.get(), module, name)
          ? new Resolution.Attribute(file, name, true)
          : new Resolution.Module(submodule.get());
    }
    if (bound || isImplicit(name)) {
      return new Resolution.Attribute(file, name, true);
    }
    if (table.isNamespacePackage(full)) {
      return new Resolution.Namespace(full);
    }
    return known.isEmpty() || mayHaveMore(known.get())
        ? new Resolution.Attribute(file, name, false)
        : new Resolution.Dangling(full);
  }

  /**
   * Whether an {@code __init__} imports its own submodule under the submodule's name, and does not
   * bind the name to something else behind that.
   */
  private static boolean bindsSubmodule(FileFacts facts, String module, String name) {
    boolean binds = false;
    for (ImportFact fact : facts.imports()) {
      boolean own = fact.level() == 1 ? fact.module().isEmpty() : fact.module().equals(module);
      if (own && name.equals(fact.name()) && (fact.alias() == null || name.equals(fact.alias()))) {
        binds = true;
      } else if (fact.isRebinding(name)) {
        binds = false;
      }
    }
    return binds;
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
