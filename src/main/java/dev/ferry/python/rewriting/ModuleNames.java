package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.model.RepoPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which module has which name before and after the moves. Not safe for several threads. */
public final class ModuleNames {
  private final Relocation relocation;
  private final ModuleTable before;
  private final ModuleTable after;

  /** Top-level names that mean what a source root gives, though something nearer has the name. */
  private final Set<String> settled;

  private final Map<String, Optional<String>> known = new HashMap<>();

  /** The names that class bodies of the modules imported here bind by {@code import a.b}. */
  private final Set<String> boundInImportedClasses;

  /** Where the file first imports something from a module, or from below it. */
  private final LoadedModules loaded;

  /** As any file sees them. */
  public ModuleNames(Relocation relocation) {
    this(
        relocation,
        relocation.before(),
        relocation.after(),
        Set.of(),
        LoadedModules.NONE,
        Set.of());
  }

  /** As the file with this path sees them, from where it stands before and after. */
  public ModuleNames(Relocation relocation, String path) {
    this(
        relocation,
        relocation.before().seenFrom(path),
        relocation.after().seenFrom(relocation.newPath(path)),
        settled(relocation, path),
        LoadedModules.by(relocation, path),
        ImportedClasses.bound(relocation, path));
  }

  /** As code sees them that stands in a text of the file, with places of its own. */
  static ModuleNames inTextOf(Relocation relocation, String path) {
    return new ModuleNames(
        relocation,
        relocation.before().seenFrom(path),
        relocation.after().seenFrom(relocation.newPath(path)),
        settled(relocation, path),
        LoadedModules.by(relocation, path).afterAll(),
        ImportedClasses.bound(relocation, path));
  }

  private ModuleNames(
      Relocation relocation,
      ModuleTable before,
      ModuleTable after,
      Set<String> settled,
      LoadedModules loaded,
      Set<String> boundInImportedClasses) {
    this.relocation = relocation;
    this.before = before;
    this.after = after;
    this.settled = settled;
    this.loaded = loaded;
    this.boundInImportedClasses = boundInImportedClasses;
  }

  /**
   * One process has one module of a name: a file that imports {@code a.b}, which only the {@code a}
   * of a source root has, means that one wherever it says {@code a}.
   */
  private static Set<String> settled(Relocation relocation, String path) {
    ModuleTable all = relocation.before();
    ModuleTable seen = all.seenFrom(path);
    if (seen == all) {
      return Set.of();
    }
    Set<String> farther = new HashSet<>();
    Set<String> nearer = new HashSet<>();
    List<ImportFact> imports =
        relocation.facts().apply(path).map(FileFacts::imports).orElse(List.of());
    for (ImportFact fact : imports) {
      String top = DottedNames.first(fact.module());
      if (fact.level() > 0 || all.fileOf(top).equals(seen.fileOf(top))) {
        continue;
      }
      String name = fact.name();
      String full = name == null || fact.isStar() ? "" : fact.module() + "." + name;
      if (!full.isEmpty() && all.isNamespacePackage(fact.module()) && !exists(all, full)) {
        nearer.add(top); // a directory has nothing but modules
      }
      for (String module : List.of(fact.module(), full)) {
        Optional<String> file = seen.fileOf(module);
        if (file.isPresent() && module.contains(".")) {
          (file.equals(all.fileOf(module)) ? farther : nearer).add(top);
        }
      }
    }
    farther.removeAll(nearer);
    return farther;
  }

  Set<String> boundInImportedClasses() {
    return boundInImportedClasses;
  }

  private ModuleTable before(String name) {
    return settled.contains(DottedNames.first(name)) ? relocation.before() : before;
  }

  public boolean existed(String name) {
    return exists(before(name), name);
  }

  /**
   * Whether the name leads somewhere afterwards. A name that a source root gave, and that only the
   * surroundings of the file would give afterwards, is gone: it works from there only.
   */
  boolean exists(String name) {
    boolean elsewhere = settled.contains(DottedNames.first(name));
    return exists(elsewhere ? relocation.after() : after, name)
        && (exists(relocation.after(), name) || !exists(relocation.before(), name));
  }

  private static boolean exists(ModuleTable table, String name) {
    return !name.isEmpty() && (table.fileOf(name).isPresent() || table.isNamespacePackage(name));
  }

  /**
   * The name that a dotted name has afterwards: its longest part that was a module keeps the rest.
   */
  public String moved(String name) {
    for (String prefix = ModuleTable.possible(name);
        !prefix.isEmpty();
        prefix = DottedNames.parent(prefix)) {
      if (existed(prefix)) {
        Optional<String> moved = newName(prefix);
        return moved.isPresent() ? moved.get() + name.substring(prefix.length()) : name;
      }
    }
    return name;
  }

  /** Whether modules below this one move that do not move with it. */
  boolean holdsMoved(String module) {
    return !movedWithin(module).isEmpty();
  }

  /** The first module below this one that gets another name; empty where there is none. */
  String movedWithin(String module) {
    return relocation.paths().keySet().stream()
        .flatMap(path -> before.namesOf(path).stream())
        .filter(name -> name.startsWith(module + ".") && isMoved(name))
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** Whether some module below one that moves does not keep its name within it. */
  boolean isSplit(String module, String moved) {
    return relocation.paths().keySet().stream()
        .flatMap(path -> before.namesOf(path).stream())
        .filter(name -> name.startsWith(module + "."))
        .anyMatch(name -> !moved(name).equals(moved + name.substring(module.length())));
  }

  boolean isMoved(String name) {
    return !moved(name).equals(name);
  }

  /** The new name of a module that existed; nothing where it keeps its name. */
  private Optional<String> newName(String module) {
    return known.computeIfAbsent(module, this::findNewName);
  }

  private Optional<String> findNewName(String module) {
    Optional<String> file = before(module).fileOf(module);
    if (file.isEmpty()) {
      return namespace(module);
    }
    if (!relocation.isMoved(file.get())) {
      return Optional.empty();
    }
    List<String> names = after.namesOf(relocation.newPath(file.get()));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    // a file with several names keeps the source root by which it was called
    int index = before(module).namesOf(file.get()).indexOf(module);
    int sameRoot =
        before(module).namesOf(file.get()).size() == names.size() ? Math.max(index, 0) : 0;
    return Optional.of(names.get(sameRoot)).filter(name -> !name.equals(module));
  }

  private Optional<String> namespace(String module) {
    for (String root : before.roots()) {
      String directory = below(root, module.replace('.', '/'));
      Optional<String> moved =
          relocation.newDirectory(directory).or(() -> leftTogether(module, directory));
      if (moved.isPresent()) {
        // where other moves took all that was in it, nothing of it arrives
        return nameOf(moved.get()).filter(name -> !name.equals(module) && exists(after, name));
      }
    }
    return Optional.empty();
  }

  /** Where all files of a namespace package went that is no more, if to one place. */
  private Optional<String> leftTogether(String module, String directory) {
    if (exists(after, module)) {
      return Optional.empty();
    }
    List<Optional<String>> places =
        relocation.paths().entrySet().stream()
            .filter(path -> path.getKey().startsWith(directory + "/"))
            .map(
                path -> {
                  String inside = path.getKey().substring(directory.length());
                  String now = path.getValue();
                  return now.endsWith(inside)
                      ? Optional.of(now.substring(0, now.length() - inside.length()))
                      : Optional.<String>empty();
                })
            .distinct()
            .toList();
    return places.size() == 1 ? places.getFirst() : Optional.empty();
  }

  private Optional<String> nameOf(String directory) {
    for (String root : after.roots()) {
      if (root.isEmpty() || directory.startsWith(root + "/")) {
        String inside = root.isEmpty() ? directory : directory.substring(root.length() + 1);
        return Optional.of(inside.replace('/', '.'));
      }
    }
    return Optional.empty();
  }

  private static String below(String root, String path) {
    return root.isEmpty() ? path : root + "/" + path;
  }

  /**
   * How many segments of an attribute chain name a module, given that the first {@code certain} do.
   * An attribute that a package binds to something else hides the submodule of that name.
   */
  int moduleLength(List<String> segments, int certain) {
    return moduleLength(segments, certain, Set.of());
  }

  /** How many segments of a name that is imported as a whole name modules; at least one. */
  int importedLength(List<String> segments) {
    int length = 1;
    while (length < segments.size() && existed(String.join(".", segments.subList(0, length + 1)))) {
      length++;
    }
    return length;
  }

  /**
   * The same where some modules are imported by their whole names: loading a submodule binds its
   * name in the package anew, unless the package had loaded it before it bound the name otherwise.
   */
  int moduleLength(List<String> segments, int certain, Set<String> imported) {
    String name = String.join(".", segments.subList(0, certain));
    int length = certain;
    while (length < segments.size()) {
      String next = segments.get(length);
      String longer = DottedNames.join(name, next);
      boolean loaded =
          existed(longer)
              && imported.stream().anyMatch(module -> DottedNames.isWithin(module, longer))
              && !loads(name, next);
      if (!loaded && !isSubmodule(name, next)) {
        break;
      }
      name = name + "." + next;
      length++;
    }
    return length;
  }

  /** Whether {@code package.name}, read as an attribute, is the submodule. */
  boolean isSubmodule(String module, String name) {
    return isSubmodule(module, name, Integer.MAX_VALUE);
  }

  /**
   * The same at some place of the file. Whoever imports from below a submodule binds its name in
   * the package anew, unless the package had loaded it before it bound the name otherwise.
   */
  boolean isSubmodule(String module, String name, int position) {
    String full = DottedNames.join(module, name);
    return existed(full)
        && (!hides(module, name)
            || loaded.isLoaded(full, before(full).fileOf(full).orElse(""), position)
                && !loads(module, name));
  }

  /** Whether a name that is imported from the directory of a file is the module beside it. */
  boolean isModuleAtTop(String packageFile, String name) {
    return existed(name)
        && relocation
            .facts()
            .apply(packageFile)
            .filter(facts -> facts.boundNames().contains(name))
            .map(facts -> bindsSubmodule(facts, "", name))
            .orElse(true);
  }

  /** Whether a module bound the name itself. */
  boolean binds(String module, String name) {
    return before(module)
        .fileOf(module)
        .flatMap(relocation.facts())
        .filter(facts -> facts.boundNames().contains(name))
        .isPresent();
  }

  /** Whether a string of the module says this. */
  boolean spells(String module, String text) {
    return before(module)
        .fileOf(module)
        .flatMap(relocation.facts())
        .filter(facts -> facts.strings().stream().anyMatch(s -> s.text().equals(text)))
        .isPresent();
  }

  /** Whether a module binds the name by {@code import name.x}, as the package of that name. */
  boolean bindsRoot(String module, String name) {
    Optional<FileFacts> facts = before(module).fileOf(module).flatMap(relocation.facts());
    return facts.isPresent()
        && facts.get().boundNames().contains(name)
        && facts.get().imports().stream()
            .anyMatch(
                fact -> fact.isRootBinding() && DottedNames.first(fact.module()).equals(name));
  }

  /**
   * The module that an import of a module binds the name to, read as its attribute; null where none
   * does.
   */
  @Nullable String boundModule(String module, String name) {
    String file = before(module).fileOf(module).orElse(null);
    FileFacts facts = file == null ? null : relocation.facts().apply(file).orElse(null);
    if (file == null || facts == null || !facts.boundNames().contains(name)) {
      return null;
    }
    String found = null;
    for (ImportFact fact : facts.imports()) {
      if (!fact.contexts().contains(ImportFact.Context.FUNCTION)
          && !fact.contexts().contains(ImportFact.Context.CLASS)
          && name.equals(bound(fact))) {
        String brought = brought(fact, module, file);
        found = brought != null && existed(brought) ? brought : found;
      }
    }
    return found;
  }

  private static String bound(ImportFact fact) {
    String alias = fact.alias();
    String name = fact.name();
    return alias != null ? alias : name != null ? name : DottedNames.first(fact.module());
  }

  /** The full name of what a name of an import stands for. */
  private static @Nullable String brought(ImportFact fact, String module, String file) {
    String name = fact.name();
    if (name == null) {
      return fact.alias() == null ? DottedNames.first(fact.module()) : fact.module();
    }
    String start = "";
    if (fact.level() > 0) {
      boolean package_ = RepoPaths.name(file).startsWith("__init__.");
      start =
          DottedNames.ancestor(package_ ? module : DottedNames.parent(module), fact.level() - 1);
    }
    return start == null ? null : DottedNames.join(DottedNames.join(start, fact.module()), name);
  }

  /** Whether the file of a package loads its own submodule, by itself or by way of others. */
  private boolean loads(String module, String name) {
    Optional<String> file = before(module).fileOf(module);
    Optional<FileFacts> facts = file.flatMap(relocation.facts());
    String full = DottedNames.join(module, name);
    if (facts.isEmpty()) {
      return true;
    }
    return facts.get().imports().stream().anyMatch(fact -> loads(module, fact, full))
        || before(full)
            .fileOf(full)
            .filter(own -> new LoadedFiles(relocation).leadTo(List.of(file.get()), own))
            .isPresent();
  }

  private static boolean loads(String module, ImportFact fact, String full) {
    String from = fact.level() == 1 ? DottedNames.join(module, fact.module()) : fact.module();
    return DottedNames.isWithin(from, full)
        || fact.name() != null && DottedNames.join(from, fact.name()).equals(full);
  }

  private boolean hides(String module, String name) {
    Optional<FileFacts> facts = before(module).fileOf(module).flatMap(relocation.facts());
    if (facts.isEmpty()) {
      return false;
    }
    return facts.get().boundNames().contains(name)
        ? !bindsSubmodule(facts.get(), module, name)
        : bindsByStar(facts.get(), module, name);
  }

  /**
   * Whether a star brings the package something else under the name. What its {@code __all__} holds
   * is not known; a name that a module has is taken for one that it gives out.
   */
  private boolean bindsByStar(FileFacts facts, String module, String name) {
    if (name.startsWith("_") || !facts.marks().contains(FileFacts.Mark.STAR_IMPORT)) {
      return false;
    }
    for (ImportFact fact : facts.imports()) {
      String start = fact.level() == 0 ? "" : DottedNames.ancestor(module, fact.level() - 1);
      if (fact.isStar() && start != null) {
        String from = DottedNames.join(start, fact.module());
        if (!from.equals(module) && binds(from, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean bindsSubmodule(FileFacts facts, String module, String name) {
    boolean binds = false;
    for (ImportFact fact : facts.imports()) {
      boolean own = fact.level() == 1 ? fact.module().isEmpty() : fact.module().equals(module);
      boolean kept = fact.alias() == null || name.equals(fact.alias());
      boolean direct = own && name.equals(fact.name()) && kept;
      boolean dotted =
          !fact.isFrom()
              && name.equals(fact.alias())
              && fact.module().equals(DottedNames.join(module, name));
      if (direct || dotted) {
        binds = true;
      } else if (fact.isRebinding(name)) {
        binds = false;
      }
    }
    return binds;
  }

  /**
   * Whether {@code from module import name} certainly failed before: no such submodule, and a
   * package that shows all its names.
   */
  boolean lackedName(String module, String name) {
    return lacks(before(module), relocation.facts(), module, name);
  }

  /** Whether {@code from module import name} finds a submodule afterwards. */
  boolean findsSubmodule(String module, String name) {
    return exists(DottedNames.join(module, name));
  }

  private static boolean lacks(
      ModuleTable table,
      java.util.function.Function<String, Optional<FileFacts>> facts,
      String module,
      String name) {
    if (exists(table, DottedNames.join(module, name))) {
      return false;
    }
    Optional<String> file = table.fileOf(module);
    if (file.isEmpty()) {
      return true;
    }
    Optional<FileFacts> known = facts.apply(file.get());
    return known.isPresent()
        && !known.get().boundNames().contains(name)
        && !(name.startsWith("__") && name.endsWith("__"))
        && !known.get().marks().contains(FileFacts.Mark.STAR_IMPORT)
        && !known.get().marks().contains(FileFacts.Mark.DYNAMIC_ATTRIBUTES)
        && !known.get().marks().contains(FileFacts.Mark.BROKEN);
  }
}
