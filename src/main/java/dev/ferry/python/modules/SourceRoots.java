package dev.ferry.python.modules;

import dev.ferry.model.TreeListing;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where the sources of a repository start: its root always, and the directories that its
 * configuration names or the {@code src/} layout implies.
 */
public final class SourceRoots {
  private SourceRoots() {}

  /**
   * The roots, deepest first.
   *
   * @param contents gives the bytes of a path in the tree
   */
  public static List<String> find(TreeListing tree, Function<String, byte[]> contents) {
    Set<String> roots = new TreeSet<>();
    roots.add("");
    if (hasSourceLayout(tree)) {
      roots.add("src");
    }
    return roots.stream()
        .sorted(Comparator.comparingInt(SourceRoots::depth).reversed().thenComparing(root -> root))
        .toList();
  }

  /** Whether nothing that tells the roots differs between the two trees. */
  static boolean dependOnTheSame(TreeListing one, TreeListing other) {
    return hasSourceLayout(one) == hasSourceLayout(other);
  }

  private static boolean hasSourceLayout(TreeListing tree) {
    return tree.containsDirectory("src") && !tree.containsFile("src/__init__.py");
  }

  private static int depth(String root) {
    return root.isEmpty() ? 0 : root.split("/", -1).length;
  }
}
