package dev.ferry.python.modules;

import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Packages that lie below no source root and can be meant by their own name all the same: regular
 * ones, outside of any package, of a name that the tree has once, in a project of their own. Who
 * installs that project has them on the path. A package elsewhere is not found so: its name may be
 * that of a library. Modules and directories beside the package get no name by it.
 */
final class FoundPackages {
  /** Directories of data: a package in them is what some test or reader looks at. */
  private static final Set<String> DATA =
      Set.of(
          "data",
          "example",
          "examples",
          "fixture",
          "fixtures",
          "node_modules",
          "sample",
          "samples",
          "site-packages",
          "template",
          "templates",
          "test-data",
          "test_data",
          "testdata",
          "third_party",
          "vendor",
          "vendored");

  /** Where projects keep their packages, other than at their top. */
  private static final Set<String> LAYOUTS = Set.of("lib", "python", "src");

  /** Runners of tests put these on the path. */
  static final Set<String> TESTS = Set.of("test", "tests");

  private final TreeListing tree;
  private final List<String> roots;

  /** The directories of regular packages. */
  private final Set<String> regular;

  /**
   * Where packages lie outside of any other, by name; where one may be meant, also the modules
   * outside of any package that are its rivals.
   */
  private final Map<String, Set<String>> places;

  private final Map<String, String> directories;

  private FoundPackages(TreeListing tree, List<String> roots) {
    this.tree = tree;
    this.roots = roots;
    this.regular = new HashSet<>();
    this.places = new HashMap<>();
    this.directories = new HashMap<>();
    for (TreeEntry entry : tree.entries()) {
      if (PythonPaths.isPackageFile(entry.path())) {
        regular.add(RepoPaths.parent(entry.path()));
      }
    }
    find(name -> true);
  }

  /**
   * Those of a tree in which the same directories are projects.
   *
   * @param changed package files that only one of the trees has
   * @param concerned names whose places or surroundings may be others
   */
  private FoundPackages(
      FoundPackages before, TreeListing tree, Set<String> changed, Set<String> concerned) {
    this.tree = tree;
    this.roots = before.roots;
    this.regular = new HashSet<>(before.regular);
    this.places = new HashMap<>(before.places);
    this.directories = new HashMap<>(before.directories);
    for (String file : changed) {
      String directory = RepoPaths.parent(file);
      if (isPackage(tree, directory)) {
        regular.add(directory);
      } else {
        regular.remove(directory);
      }
    }
    places.keySet().removeAll(concerned);
    directories.keySet().removeAll(concerned);
    find(concerned::contains);
  }

  static FoundPackages in(TreeListing tree, List<String> roots) {
    return new FoundPackages(tree, roots);
  }

  /** What another tree has, which mostly differs in files that decide little here. */
  FoundPackages after(TreeListing other) {
    Optional<Set<String>> differing = other.appearedOrVanished(tree);
    if (differing.isEmpty() || differing.get().stream().anyMatch(SourceRoots::isProjectFile)) {
      return new FoundPackages(other, roots);
    }
    Set<String> changed = new HashSet<>();
    Set<String> concerned = new HashSet<>();
    for (String path : differing.get()) {
      if (!PythonPaths.isSource(path)) {
        continue;
      }
      roots.stream()
          .map(root -> firstStep(root, path))
          .filter(places::containsKey)
          .forEach(concerned::add);
      if (PythonPaths.isPackageFile(path)) {
        changed.add(path);
        concerned.add(RepoPaths.name(RepoPaths.parent(path)));
        concerned.addAll(namesIn(other, RepoPaths.parent(path)));
      } else if (places.containsKey(moduleName(path))) {
        concerned.add(moduleName(path));
      }
    }
    return concerned.isEmpty() ? this : new FoundPackages(this, other, changed, concerned);
  }

  /** What lies right in a directory: in a package or not, as that is one. */
  private static Set<String> namesIn(TreeListing tree, String directory) {
    Set<String> names = new HashSet<>();
    for (TreeEntry entry : tree.below(directory)) {
      String below = entry.path().substring(directory.length() + 1);
      int slash = below.indexOf('/');
      if (slash >= 0) {
        names.add(below.substring(0, slash));
      } else if (PythonPaths.isSource(below)) {
        names.add(moduleName(below));
      }
    }
    return names;
  }

  private static boolean isPackage(TreeListing tree, String directory) {
    return tree.containsFile(directory + "/__init__.py")
        || tree.containsFile(directory + "/__init__.pyi");
  }

  private static String firstStep(String root, String path) {
    if (!root.isEmpty() && !path.startsWith(root + "/")) {
      return "";
    }
    String below = root.isEmpty() ? path : path.substring(root.length() + 1);
    int slash = below.indexOf('/');
    return slash < 0 ? "" : below.substring(0, slash);
  }

  /** The directory that each package lies in, by its name. */
  Map<String, String> directories() {
    return Collections.unmodifiableMap(directories);
  }

  /** Packages first: few are meant, and only those have rivals. */
  private void find(Predicate<String> wanted) {
    for (String directory : regular) {
      String name = RepoPaths.name(directory);
      if (wanted.test(name)) {
        note(name, RepoPaths.parent(directory));
      }
    }
    Map<String, String> meant = new HashMap<>();
    places.forEach(
        (name, around) -> {
          String directory = around.iterator().next();
          if (wanted.test(name) && around.size() == 1 && isMeant(name, directory)) {
            meant.put(name, directory);
          }
        });
    if (!meant.isEmpty()) {
      noteModules(meant.keySet());
    }
    meant.forEach(
        (name, directory) -> {
          if (places.getOrDefault(name, Set.of()).size() == 1) {
            directories.put(name, directory);
          }
        });
  }

  private void noteModules(Set<String> wanted) {
    for (TreeEntry entry : tree.entries()) {
      String path = entry.path();
      if (PythonPaths.isSource(path) && !PythonPaths.isPackageFile(path)) {
        String name = moduleName(path);
        if (wanted.contains(name)) {
          note(name, RepoPaths.parent(path));
        }
      }
    }
  }

  private void note(String name, String directory) {
    if (!regular.contains(directory)) {
      places.computeIfAbsent(name, key -> new TreeSet<>()).add(directory);
    }
  }

  private static String moduleName(String path) {
    String file = RepoPaths.name(path);
    return file.substring(0, file.lastIndexOf('.'));
  }

  private boolean isMeant(String name, String directory) {
    return !roots.contains(directory)
        && !isData(directory)
        && isInstalled(directory)
        && PythonPaths.nameBelow("", name + ".py") != null
        && !StandardLibrary.contains(name)
        && roots.stream().noneMatch(root -> isNamespaceBelow(root, name, directory));
  }

  private boolean isInstalled(String directory) {
    return TESTS.contains(RepoPaths.name(directory))
        || SourceRoots.isProject(tree, directory)
        || LAYOUTS.contains(RepoPaths.name(directory))
            && SourceRoots.isProject(tree, RepoPaths.parent(directory));
  }

  /**
   * Whether a root has a directory of that name, other than the project of the package itself:
   * {@code name/name} or {@code name/src/name}.
   */
  private boolean isNamespaceBelow(String root, String name, String directory) {
    String rival = root.isEmpty() ? name : root + "/" + name;
    boolean around =
        rival.equals(directory)
            || LAYOUTS.contains(RepoPaths.name(directory))
                && rival.equals(RepoPaths.parent(directory));
    boolean project = around && SourceRoots.isProject(tree, rival);
    return !project
        && tree.below(rival).stream().anyMatch(entry -> PythonPaths.isSource(entry.path()));
  }

  private static boolean isData(String directory) {
    for (String step : directory.split("/", -1)) {
      if (DATA.contains(step) || step.startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
