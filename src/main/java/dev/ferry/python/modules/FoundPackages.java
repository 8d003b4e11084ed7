package dev.ferry.python.modules;

import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Set<String> regular = new HashSet<>();
  private final Map<String, Set<String>> places = new TreeMap<>();
  private final Map<String, String> directories;

  private FoundPackages(TreeListing tree, List<String> roots) {
    this.tree = tree;
    this.roots = roots;
    Collection<TreeEntry> entries = tree.entries();
    for (TreeEntry entry : entries) {
      if (PythonPaths.isPackageFile(entry.path())) {
        regular.add(RepoPaths.parent(entry.path()));
      }
    }
    for (String directory : regular) {
      note(RepoPaths.name(directory), RepoPaths.parent(directory));
    }
    for (TreeEntry entry : entries) {
      noteModule(entry.path());
    }
    directories = unambiguous();
  }

  static FoundPackages in(TreeListing tree, List<String> roots) {
    return new FoundPackages(tree, roots);
  }

  /** What another tree has, which mostly differs in files that decide nothing here. */
  FoundPackages after(TreeListing other) {
    Optional<Set<String>> differing = other.appearedOrVanished(tree);
    return differing.isPresent() && differing.get().stream().noneMatch(this::decides)
        ? this
        : new FoundPackages(other, roots);
  }

  private boolean decides(String path) {
    if (SourceRoots.isProjectFile(path)) {
      return true;
    }
    if (!PythonPaths.isSource(path)) {
      return false;
    }
    String file = RepoPaths.name(path);
    return PythonPaths.isPackageFile(path)
        || places.containsKey(file.substring(0, file.lastIndexOf('.')))
        || roots.stream().anyMatch(root -> places.containsKey(firstStep(root, path)));
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
    return directories;
  }

  private void note(String name, String directory) {
    if (!regular.contains(directory)) {
      places.computeIfAbsent(name, key -> new TreeSet<>()).add(directory);
    }
  }

  /** A module outside of any package is a rival of the packages that have its name. */
  private void noteModule(String path) {
    if (PythonPaths.isSource(path) && !PythonPaths.isPackageFile(path)) {
      String file = RepoPaths.name(path);
      String name = file.substring(0, file.lastIndexOf('.'));
      if (places.containsKey(name)) {
        note(name, RepoPaths.parent(path));
      }
    }
  }

  private Map<String, String> unambiguous() {
    Map<String, String> found = new HashMap<>();
    places.forEach(
        (name, around) -> {
          String directory = around.iterator().next();
          if (around.size() == 1 && isMeant(name, directory)) {
            found.put(name, directory);
          }
        });
    return Map.copyOf(found);
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
