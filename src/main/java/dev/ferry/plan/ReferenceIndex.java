package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.StringFact;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a snapshot mention which dotted name, by their facts alone: the files worth an
 * analysis in depth when a module moves. Answers too much rather than too little. The facts of a
 * file are looked at when first a name is asked for that it may spell, see {@link NameWords}. Safe
 * for several threads.
 */
final class ReferenceIndex {
  private final @Nullable ReferenceIndex base;
  private final ModuleTable modules;
  private final ModuleLayout layout;

  /** By the full name that an import brings in, or that a string spells. */
  private final Map<String, List<String>> byName = new HashMap<>();

  /** By each name that such a name begins with, itself included. */
  private final Map<String, List<String>> byBeginning = new HashMap<>();

  /** By the first segment of what {@code import a.b} imports without giving it another name. */
  private final Map<String, List<String>> byRoot = new HashMap<>();

  /** Every beginning of a name that is spelled out whole: not relative. */
  private final Set<String> spelled = new HashSet<>();

  /** Files that may load modules by names that their facts do not show. */
  private final List<String> loaders = new ArrayList<>();

  /** Those that may load modules by relative names. */
  private final List<String> relativeLoaders = new ArrayList<>();

  /** Files that read or change the search path. */
  private final List<String> searching = new ArrayList<>();

  /** By the path that a string spells. */
  private final NavigableMap<String, List<String>> byPath = new TreeMap<>();

  /** By each name that one within a longer string begins with: such a file only mentions it. */
  private final Map<String, List<String>> byText = new HashMap<>();

  private final Map<String, Boolean> local = new HashMap<>();
  private final Map<String, Boolean> directories = new HashMap<>();
  private final TreeListing listing;
  private final Snapshot snapshot;
  private final NameWords words;

  /** What was looked for already, and the files that were looked at. */
  private final Set<Set<Integer>> asked = new HashSet<>();

  private final Set<String> read = new HashSet<>();
  private final Set<String> within = new HashSet<>();
  private @Nullable Map<String, List<String>> directoriesCalled;

  private ReferenceIndex(@Nullable ReferenceIndex base, Snapshot snapshot, ModuleLayout layout) {
    this.base = base;
    this.modules = snapshot.modules();
    this.listing = snapshot.listing();
    this.snapshot = snapshot;
    this.layout = layout;
    this.words = new NameWords(layout);
  }

  static ReferenceIndex of(Snapshot snapshot, ModuleLayout layout) {
    return new ReferenceIndex(null, snapshot, layout);
  }

  /**
   * The index of a snapshot that was derived from this one's; it may still answer files that are
   * gone.
   *
   * @param changed the paths that differ
   */
  ReferenceIndex after(Snapshot derived, Collection<String> changed) {
    ReferenceIndex index = new ReferenceIndex(this, derived, layout);
    index.add(changed);
    return index;
  }

  private void add(Collection<String> paths) {
    for (String path : paths) {
      if (read.add(path)) {
        snapshot.facts(path).ifPresent(facts -> add(path, facts));
      }
    }
  }

  /** Looks at the files that hold all words of one of the sets; a derived index knows its own. */
  private void readHolding(Collection<Set<Integer>> alternatives) {
    if (base == null) {
      List<Set<Integer>> fresh = alternatives.stream().filter(asked::add).toList();
      if (!fresh.isEmpty()) {
        add(snapshot.sourcesHolding(fresh));
      }
    }
  }

  /** Looks at the files within a package, which may name it by a relative import alone. */
  private void readWithin(Collection<String> names) {
    if (base != null) {
      return;
    }
    for (String name : names) {
      if (within.add(name)) {
        for (String directory : directoriesCalled().getOrDefault(name, List.of())) {
          snapshot.listing().below(directory).forEach(entry -> add(List.of(entry.path())));
        }
      }
    }
  }

  /** The directories that hold sources, by the end of their path as a dotted name. */
  private Map<String, List<String>> directoriesCalled() {
    if (directoriesCalled == null) {
      directoriesCalled = new HashMap<>();
      Set<String> known = new HashSet<>();
      for (String path : snapshot.sources()) {
        String directory = RepoPaths.parent(path);
        while (!directory.isEmpty() && known.add(directory)) {
          String name = directory.replace('/', '.');
          put(directoriesCalled, name, directory);
          for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            put(directoriesCalled, name.substring(dot + 1), directory);
          }
          directory = RepoPaths.parent(directory);
        }
      }
    }
    return directoriesCalled;
  }

  private void add(String path, FileFacts facts) {
    if (layout.mayLoadByName(facts)) {
      loaders.add(path);
    }
    if (layout.mayLoadByRelativeName(facts)) {
      relativeLoaders.add(path);
    }
    if (facts.marks().contains(FileFacts.Mark.USES_SEARCH_PATH)) {
      searching.add(path);
    }
    ModuleTable seen = modules.seenFrom(path);
    List<String> packages = null;
    for (ImportFact fact : facts.imports()) {
      if (fact.level() == 0) {
        add(path, fact, fact.module());
        spell(fact.module());
        if (seen != modules) {
          addNear(path, fact, seen);
        }
        continue;
      }
      packages = packages == null ? modules.packagesOf(path) : packages;
      for (String start : packages) {
        String base = start;
        for (int i = 1; i < fact.level(); i++) {
          base = parent(base);
        }
        String module = fact.module();
        add(path, fact, base.isEmpty() || module.isEmpty() ? base + module : base + "." + module);
      }
    }
    for (StringFact string : facts.strings()) {
      if (string.isPath()) {
        mentionPathOrEnd(string.text(), path);
        continue;
      }
      String name = withoutLastDot(string.text().replace(':', '.'));
      mention(name, path);
      spell(name);
      if (seen != modules) {
        place(seen, name).ifPresent(place -> mentionPlace(place, path));
      }
    }
    for (String mention : facts.mentions()) {
      addText(path, mention, seen);
    }
  }

  /** A name or path within a longer string; of a path perhaps only the end is known. */
  private void addText(String path, String mention, ModuleTable seen) {
    if (mention.indexOf('/') >= 0) {
      mentionPathOrEnd(mention, path);
      return;
    }
    if (isLocal(first(mention))) {
      putBeginnings(ModuleTable.possible(mention), path);
    }
    if (seen != modules) {
      place(seen, mention).ifPresent(place -> putBeginnings(place, path));
    }
  }

  private void putBeginnings(String name, String path) {
    for (String start = name; !start.isEmpty(); start = parent(start)) {
      put(byText, start, path);
    }
  }

  /** A literal that ends in a dot begins the names of what lies in that package. */
  private static String withoutLastDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Names that only the surroundings of the importer give are known by where they lead. */
  private void addNear(String path, ImportFact fact, ModuleTable seen) {
    String name = fact.name();
    String full = name == null || fact.isStar() ? fact.module() : fact.module() + "." + name;
    Optional<String> place = place(seen, full);
    place.ifPresent(found -> mentionPlace(found, path));
    modules.fileBeside(path, fact.module()).ifPresent(file -> mentionPlace(placeOf(file), path));
    if (name == null && fact.alias() == null) {
      place(seen, first(full)).ifPresent(root -> put(byRoot, root, path));
    }
  }

  /** The path that a name leads to, with dots, and what is left of the name. */
  private static Optional<String> place(ModuleTable seen, String name) {
    for (String start = name; !start.isEmpty(); start = parent(start)) {
      Optional<String> file = seen.fileOf(start);
      if (file.isPresent()) {
        return Optional.of(placeOf(file.get()) + name.substring(start.length()));
      }
    }
    return Optional.empty();
  }

  /** What a file is called here, whatever names it can be imported by. */
  static String placeOf(String path) {
    int slash = path.lastIndexOf('/');
    boolean isPackage = slash > 0 && path.startsWith("__init__.", slash + 1);
    int end = isPackage ? slash : Math.max(path.lastIndexOf('.'), slash + 1);
    return path.substring(0, end).replace('/', '.');
  }

  private void mentionPlace(String place, String path) {
    put(byName, place, path);
    for (String start = place; !start.isEmpty(); start = parent(start)) {
      put(byBeginning, start, path);
    }
  }

  private void mentionPath(String text, String path) {
    String named = text.startsWith("./") ? text.substring(2) : text;
    int slash = named.indexOf('/');
    if (slash > 0 && isDirectory(named.substring(0, slash))) {
      put(byPath, named.endsWith("/") ? named.substring(0, named.length() - 1) : named, path);
    }
  }

  /** The same where it may begin somewhere else than at the root. */
  private void mentionPathOrEnd(String text, String path) {
    mentionPath(text, path);
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      mentionPath(text.substring(slash + 1), path);
    }
  }

  private boolean isDirectory(String top) {
    return directories.computeIfAbsent(top, listing::containsDirectory);
  }

  private void add(String path, ImportFact fact, String module) {
    String name = fact.name();
    if (name == null) {
      if (fact.alias() == null && isLocal(first(module))) {
        put(byRoot, first(module), path);
      }
      mention(module, path);
    } else {
      mention(fact.isStar() ? module : module.isEmpty() ? name : module + "." + name, path);
    }
  }

  private void spell(String name) {
    if (isLocal(first(name))) {
      for (String start = ModuleTable.possible(name);
          !start.isEmpty() && spelled.add(start);
          start = parent(start)) {}
    }
  }

  private void mention(String name, String path) {
    String root = first(name);
    if (!isLocal(root)) {
      return;
    }
    put(byName, name, path);
    for (String start = ModuleTable.possible(name); !start.isEmpty(); start = parent(start)) {
      put(byBeginning, start, path);
    }
  }

  /** Whether something of the repository has this name; anything else never moves. */
  private boolean isLocal(String root) {
    return local.computeIfAbsent(
        root, name -> modules.fileOf(name).isPresent() || modules.isNamespacePackage(name));
  }

  /**
   * The files with a string that is one of the paths, or a path below one.
   *
   * @param sources files, and directories that move as a whole
   */
  synchronized Set<String> mentioningPaths(Collection<String> sources) {
    Set<String> found = base == null ? new TreeSet<>() : base.mentioningPaths(sources);
    readHolding(words.ofPaths(sources));
    for (String source : sources) {
      found.addAll(byPath.getOrDefault(source, List.of()));
      // '0' is the character after '/'
      byPath.subMap(source + "/", source + "0").values().forEach(found::addAll);
    }
    return found;
  }

  private static void put(Map<String, List<String>> map, String key, String path) {
    List<String> paths = map.computeIfAbsent(key, name -> new ArrayList<>(2));
    // files come one after the other, so a repetition is the last one
    if (paths.isEmpty() || !paths.getLast().equals(path)) {
      paths.add(path);
    }
  }

  /** The files that may name one of the modules, or something in it. */
  synchronized Set<String> mentioning(Collection<String> names) {
    Set<String> found = base == null ? new TreeSet<>() : base.mentioning(names);
    readHolding(words.ofReferences(names));
    readWithin(names);
    for (String name : names) {
      found.addAll(byBeginning.getOrDefault(name, List.of()));
      found.addAll(byText.getOrDefault(name, List.of()));
      for (String above = parent(name); !above.isEmpty(); above = parent(above)) {
        found.addAll(byName.getOrDefault(above, List.of()));
        found.addAll(byRoot.getOrDefault(above, List.of()));
      }
      found.addAll(byRoot.getOrDefault(name, List.of()));
      if (parent(name).isEmpty()) {
        found.addAll(loaders); // facts show dotted strings, and this name has no dot
      } else {
        found.addAll(relativeLoaders); // nor do they show ".name"
      }
    }
    return found;
  }

  /** Whether somebody spells the name, or one within it, from its first segment on. */
  synchronized boolean isSpelled(String module) {
    readHolding(words.ofNames(List.of(module)));
    return spelled.contains(module) || (base != null && base.isSpelled(module));
  }

  /** The files that use the search path, among those that were looked at. */
  synchronized Set<String> searching() {
    Set<String> found = base == null ? new TreeSet<>() : base.searching();
    found.addAll(searching);
    return found;
  }

  /** The files that name this module, or something in it. */
  synchronized Set<String> naming(String module) {
    Set<String> found = base == null ? new TreeSet<>() : base.naming(module);
    readHolding(words.ofNames(List.of(module)));
    readWithin(List.of(module));
    found.addAll(byBeginning.getOrDefault(module, List.of()));
    return found;
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
