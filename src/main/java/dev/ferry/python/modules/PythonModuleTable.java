package dev.ferry.python.modules;

import dev.ferry.facts.ModuleTable;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds modules as Python's path finder does: in each directory a package comes before a module of
 * the same name, either of them before what lies in later directories, and directories without
 * {@code __init__} count only where nothing else has the name. Names are looked up when they are
 * asked for and remembered.
 */
public final class PythonModuleTable implements ModuleTable {
  private final TreeListing tree;

  /** Where every name is looked for. */
  private final List<String> searched;

  /** The same, and what moves have made. */
  private final List<String> lookedIn;

  /** Where the packages lie that are found by their own name, where nothing else has it. */
  private final Map<String, String> packages;

  /** Both: what names a file has by them comes in this order. */
  private final List<String> roots;

  private final @Nullable FoundPackages found;
  private final Set<String> rooted;

  /** Roots that moves have made: searched last, so that every other name keeps its meaning. */
  private final Set<String> made;

  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Map<String, String> bases = new ConcurrentHashMap<>();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final Map<String, List<String>> nearRoots = new ConcurrentHashMap<>();
  private final Map<List<String>, PythonModuleTable> near = new ConcurrentHashMap<>();
  private final Map<String, ModuleTable> views = new ConcurrentHashMap<>();

  /**
   * What a dotted name stands for.
   *
   * @param file what is loaded; null for a namespace package and where there is nothing
   * @param directories where its submodules are looked for; none in a plain module
   */
  private record Place(@Nullable String file, List<String> directories) {
    static final Place NOTHING = new Place(null, List.of());

    boolean isNamespace() {
      return file == null && !directories.isEmpty();
    }
  }

  /**
   * @param found none where somebody gave the roots
   * @param rooted names that a package has lost by moving away from a root
   */
  private PythonModuleTable(
      TreeListing tree,
      List<String> searched,
      @Nullable FoundPackages found,
      Set<String> rooted,
      Set<String> made) {
    this.tree = tree;
    this.searched = List.copyOf(searched);
    this.found = found;
    this.rooted = Set.copyOf(rooted);
    this.made = Set.copyOf(made);
    this.lookedIn =
        Stream.concat(searched.stream(), SourceRoots.ordered(new TreeSet<>(made)).stream())
            .toList();
    Map<String, String> known = new HashMap<>(found == null ? Map.of() : found.directories());
    known.keySet().removeAll(rooted);
    this.packages = Map.copyOf(known);
    this.roots = withFound();
  }

  private static PythonModuleTable finding(TreeListing tree, List<String> searched) {
    FoundPackages found = FoundPackages.in(tree, searched);
    return new PythonModuleTable(tree, searched, found, Set.of(), Set.of());
  }

  private static PythonModuleTable searching(TreeListing tree, List<String> searched) {
    return searching(tree, searched, Set.of());
  }

  private static PythonModuleTable searching(
      TreeListing tree, List<String> searched, Set<String> made) {
    return new PythonModuleTable(tree, searched, null, Set.of(), made);
  }

  /** A directory that is a project is a root; any other names its packages where no root does. */
  private List<String> withFound() {
    List<String> directories = SourceRoots.ordered(new TreeSet<>(packages.values()));
    List<String> all = new ArrayList<>();
    directories.stream().filter(each -> SourceRoots.isProject(tree, each)).forEach(all::add);
    all.addAll(searched);
    Stream.concat(directories.stream(), lookedIn.stream())
        .filter(each -> !all.contains(each))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /**
   * The modules below the roots that the tree's own configuration tells.
   *
   * @param contents gives the bytes of a path in the tree, or none where it has no such file
   */
  public static PythonModuleTable withRootsFound(
      TreeListing tree, Function<String, byte[]> contents) {
    return finding(tree, SourceRoots.find(tree, contents));
  }

  /**
   * @param roots directories where sources start, in the order they are searched
   */
  public static PythonModuleTable withRootsGiven(TreeListing tree, List<String> roots) {
    return searching(tree, roots);
  }

  @Override
  public boolean namesAs(ModuleTable other) {
    return other instanceof PythonModuleTable table
        && roots.equals(table.roots)
        && packages.equals(table.packages);
  }

  @Override
  public List<String> roots() {
    return roots;
  }

  @Override
  public Optional<String> fileOf(String name) {
    return Optional.ofNullable(place(name).file);
  }

  @Override
  public boolean isNamespacePackage(String name) {
    return place(name).isNamespace();
  }

  @Override
  public boolean isRegularPackage(String name) {
    Place place = place(name);
    return place.file != null && !place.directories.isEmpty();
  }

  @Override
  public boolean isStandardLibrary(String name) {
    return StandardLibrary.contains(name);
  }

  @Override
  public boolean isReserved(String word) {
    return PythonPaths.isReserved(word);
  }

  private Place place(String name) {
    if (name.length() > LONGEST_NAME) {
      return Place.NOTHING;
    }
    Place known = places.get(name);
    if (known == null) {
      known = find(name);
      places.put(name, known);
    }
    return known;
  }

  private Place find(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      String directory = packages.get(name);
      return search(directory == null ? lookedIn : List.of(directory), name);
    }
    List<String> within = place(name.substring(0, dot)).directories;
    return within.isEmpty() ? Place.NOTHING : search(within, name.substring(dot + 1));
  }

  private Place search(List<String> directories, String segment) {
    if (segment.isEmpty() || segment.equals("__init__")) {
      return Place.NOTHING;
    }
    List<String> portions = new ArrayList<>(1);
    for (String directory : directories) {
      String base = directory.isEmpty() ? segment : directory + "/" + segment;
      String file = firstFile(base + "/__init__.py", base + "/__init__.pyi");
      if (file != null) {
        return new Place(file, List.of(base));
      }
      file = firstFile(base + ".py", base + ".pyi");
      if (file != null) {
        return new Place(file, List.of());
      }
      if (holdsSources(base)) {
        portions.add(base);
      }
    }
    return portions.isEmpty() ? Place.NOTHING : new Place(null, List.copyOf(portions));
  }

  private @Nullable String firstFile(String source, String stub) {
    return tree.containsFile(source) ? source : tree.containsFile(stub) ? stub : null;
  }

  private boolean holdsSources(String directory) {
    return tree.below(directory).stream().anyMatch(entry -> PythonPaths.isSource(entry.path()));
  }

  @Override
  public List<String> namesOf(String path) {
    List<String> known = names.get(path);
    if (known == null) {
      known = findNames(path);
      names.put(path, known);
    }
    return known;
  }

  private List<String> findNames(String path) {
    if (!PythonPaths.isSource(path)) {
      return List.of();
    }
    List<String> found = new ArrayList<>(1);
    for (String root : roots) {
      String name = PythonPaths.nameBelow(root, path);
      if (name != null && loads(name, path) && !isHiddenByLibrary(name)) {
        found.add(name);
      }
    }
    return List.copyOf(found);
  }

  /** A directory without an {@code __init__} never wins over the standard library: {@code test}. */
  private boolean isHiddenByLibrary(String name) {
    String top = PythonPaths.firstName(name);
    boolean library = StandardLibrary.contains(top) || top.equals("test");
    return library && !top.equals(name) && fileOf(top).isEmpty();
  }

  /** Whether the name loads this file, or the source that this file is the stub of. */
  private boolean loads(String name, String path) {
    String file = place(name).file;
    return path.equals(file) || path.equals(file + "i");
  }

  @Override
  public List<String> packagesOf(String path) {
    boolean isPackage = PythonPaths.isPackageFile(path);
    Set<String> packages = new LinkedHashSet<>();
    for (String name : namesOf(path)) {
      packages.add(isPackage ? name : PythonPaths.parentName(name));
    }
    if (packages.isEmpty()) {
      String base = baseOf(path);
      String name = PythonPaths.nameBelow(base, path);
      if (name != null) {
        packages.add(isPackage ? name : PythonPaths.parentName(name));
      } else if (RepoPaths.name(path).startsWith("__init__.")
          && RepoPaths.parent(path).equals(base)) {
        packages.add(""); // of the directory around the top-level modules
      }
    }
    return List.copyOf(packages);
  }

  @Override
  public Optional<String> fileBeside(String importer, String name) {
    return Optional.ofNullable(fileBelow(baseOf(importer), name));
  }

  @Override
  public boolean existsBeside(String importer, String top) {
    String directory = baseOf(importer);
    String base = directory.isEmpty() ? top : directory + "/" + top;
    return firstFile(base + ".py", base + ".pyi") != null || tree.containsDirectory(base);
  }

  @Override
  public ModuleTable seenFrom(String importer) {
    String directory = RepoPaths.parent(importer);
    ModuleTable known = views.get(directory);
    if (known == null) {
      known = findView(directory, baseOf(importer));
      views.put(directory, known);
    }
    return known;
  }

  private ModuleTable findView(String directory, String base) {
    List<String> roots = nearRoots.computeIfAbsent(base, this::findNearRoots);
    if (roots.isEmpty()) {
      return this;
    }
    String below = base.isEmpty() ? directory : directory.substring(base.length());
    String inside = below.startsWith("/") ? below.substring(1) : below;
    int slash = inside.indexOf('/');
    return new NearbyModules(
        this,
        near.computeIfAbsent(roots, key -> searching(tree, key)),
        slash < 0 ? inside : inside.substring(0, slash),
        roots.size() > 1 || SourceRoots.isProject(tree, base));
  }

  /**
   * The directory itself and the project around it, without what is a source root anyway. A
   * directory within a package is no place to search from, unless it says that it is a project.
   */
  private List<String> findNearRoots(String base) {
    Set<String> found = new LinkedHashSet<>();
    boolean withinPackage = false;
    for (String above = base; !above.isEmpty(); above = RepoPaths.parent(above)) {
      if (SourceRoots.isProject(tree, above)) {
        found.add(base);
        found.add(above + "/src");
        found.add(above);
        withinPackage = false;
        break;
      }
      withinPackage |= tree.containsFile(above + "/__init__.py");
    }
    if (found.isEmpty() && !withinPackage) {
      found.add(base);
    }
    searched.forEach(found::remove);
    return List.copyOf(found);
  }

  @Override
  public ModuleTable after(TreeListing other, Function<String, byte[]> contents) {
    Set<String> madeNow = madeIn(other);
    if (found == null) {
      return searching(other, searched, madeNow);
    }
    boolean same = SourceRoots.dependOnTheSame(tree, other);
    List<String> now = same ? searched : SourceRoots.find(other, contents);
    FoundPackages foundNow = same ? found.after(other) : FoundPackages.in(other, now);
    Set<String> lost = new HashSet<>(rooted);
    foundNow.directories().keySet().stream()
        .filter(name -> !packages.containsKey(name) && fileOf(name).isPresent())
        .forEach(lost::add);
    return new PythonModuleTable(other, now, foundNow, lost, madeNow);
  }

  private Set<String> madeIn(TreeListing other) {
    Set<String> differing = other.appearedOrVanished(tree).orElse(Set.of());
    Set<String> madeNow = new TreeSet<>(made);
    if (differing.stream().anyMatch(path -> PythonPaths.startOfNames(path) > 0)) {
      Set<String> taken = new TreeSet<>(differing);
      taken.removeIf(path -> !other.containsFile(path));
      Set<String> left = new HashSet<>(differing);
      left.removeAll(taken);
      madeNow.addAll(MadeRoots.of(tree, roots, left, taken));
    }
    return madeNow;
  }

  private @Nullable String fileBelow(String directory, String name) {
    Place place = new Place(null, List.of(directory));
    for (String segment : name.split("\\.", -1)) {
      place = search(place.directories, segment);
    }
    return place.file;
  }

  /** The directory above the outermost package around the file: what pytest puts on the path. */
  private String baseOf(String path) {
    return bases.computeIfAbsent(RepoPaths.parent(path), this::findBase);
  }

  private String findBase(String start) {
    String directory = start;
    while (!directory.isEmpty()
        && firstFile(directory + "/__init__.py", directory + "/__init__.pyi") != null) {
      directory = RepoPaths.parent(directory);
    }
    return directory;
  }
}
