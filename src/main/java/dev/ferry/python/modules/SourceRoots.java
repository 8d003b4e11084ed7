package dev.ferry.python.modules;

import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeListing;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the sources of a repository start: its root always, and the directories that its
 * configuration names or the {@code src/} layout implies.
 */
public final class SourceRoots {
  private static final List<String> PROJECT_FILES =
      List.of("pyproject.toml", "setup.py", "setup.cfg", "manage.py");

  private SourceRoots() {}

  /** Whether a file makes the directory around it a project. */
  public static boolean isProjectFile(String path) {
    return PROJECT_FILES.contains(RepoPaths.name(path));
  }

  /** Whether a directory says that it holds a project of its own. */
  public static boolean isProject(TreeListing tree, String directory) {
    return PROJECT_FILES.stream().anyMatch(file -> tree.containsFile(directory + "/" + file));
  }

  /**
   * The roots, deepest first. A configured one may not be there yet: files may move into it.
   *
   * @param contents gives the bytes of a path in the tree, or none where it has no such file
   */
  public static List<String> find(TreeListing tree, Function<String, byte[]> contents) {
    Set<String> roots =
        new LinkedHashSet<>(); // of two as deep, the one named first is searched first
    roots.add("");
    if (hasSourceLayout(tree)) {
      roots.add("src");
    }
    for (String file : ConfiguredRoots.FILES) {
      if (tree.containsFile(file)) {
        Set<String> configured = ConfiguredRoots.in(file, contents.apply(file));
        if (file.equals("setup.py")) {
          configured.removeIf(root -> isPrefixed(tree, root));
        }
        roots.addAll(configured);
      }
    }
    return ordered(roots);
  }

  /**
   * A setup script that looks for packages in a package puts its name before theirs: {@code ["pkg."
   * + name for name in find_packages("pkg")]}.
   */
  private static boolean isPrefixed(TreeListing tree, String root) {
    return tree.containsFile(root + "/__init__.py");
  }

  /** Roots that somebody gave, deepest first, as paths in the tree. */
  public static List<String> ordered(Collection<String> roots) {
    return roots.stream()
        .map(ConfiguredRoots::clean)
        .distinct()
        .sorted(Comparator.comparingInt(SourceRoots::depth).reversed())
        .toList();
  }

  /** Whether nothing that tells the roots differs between the two trees. */
  static boolean dependOnTheSame(TreeListing one, TreeListing other) {
    return hasSourceLayout(one) == hasSourceLayout(other)
        && ConfiguredRoots.FILES.stream().allMatch(file -> one.find(file).equals(other.find(file)));
  }

  private static boolean hasSourceLayout(TreeListing tree) {
    return tree.containsDirectory("src")
        && !tree.containsFile("src/__init__.py")
        && tree.below("src").stream().anyMatch(entry -> PythonPaths.isSource(entry.path()));
  }

  private static int depth(String root) {
    return root.isEmpty() ? 0 : root.split("/", -1).length;
  }
}
