package dev.ferry.python.modules;

import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The directories that become source roots by moves: no name can spell the way to them, and whole
 * packages of a root go below them as they are, so that every name can stay. Any other move to such
 * a place loses the names of what moves.
 */
public final class MadeRoots {
  private final TreeListing before;
  private final List<String> roots;
  private final Set<String> left;
  private final Set<String> found = new TreeSet<>();

  /** Packages that stay in part where they were, as paths, and those that go as a whole. */
  private final Set<String> torn = new HashSet<>();

  private final Set<String> whole = new HashSet<>();

  private MadeRoots(TreeListing before, List<String> roots, Set<String> left) {
    this.before = before;
    this.roots = roots;
    this.left = left;
  }

  /**
   * @param roots the source roots of the tree before, the most specific first
   * @param left paths of that tree at which nothing is any more
   * @param taken paths at which something is now that was not there
   */
  public static Set<String> of(
      TreeListing before, List<String> roots, Set<String> left, Collection<String> taken) {
    MadeRoots made = new MadeRoots(before, roots, left);
    Set<String> refused = new HashSet<>();
    for (String path : taken) {
      int start = PythonPaths.startOfNames(path);
      if (start > 0 && PythonPaths.isSource(path)) {
        made.look(path, start, refused);
      }
    }
    made.found.removeAll(refused);
    return made.found;
  }

  /** Whichever end of the new path is the whole old path below its root. */
  private void look(String path, int start, Set<String> refused) {
    for (int from = start; from > 0; from = path.indexOf('/', from) + 1) {
      String below = path.substring(from);
      String directory = path.substring(0, from - 1);
      for (String root : roots) {
        String old = root.isEmpty() ? below : root + "/" + below;
        if (left.contains(old) && root.equals(rootOf(old))) {
          (goesWhole(root, below) ? found : refused).add(directory);
          return;
        }
      }
    }
  }

  private String rootOf(String path) {
    return roots.stream()
        .filter(root -> root.isEmpty() || path.startsWith(root + "/"))
        .findFirst()
        .orElse("");
  }

  /** Nothing may stay behind of a package with an {@code __init__}: it would lose its name. */
  private boolean goesWhole(String root, String below) {
    for (int slash = below.indexOf('/'); slash > 0; slash = below.indexOf('/', slash + 1)) {
      String step = below.substring(0, slash);
      String directory = root.isEmpty() ? step : root + "/" + step;
      if (before.containsFile(directory + "/__init__.py")
          || before.containsFile(directory + "/__init__.pyi")) {
        return isWhole(directory);
      }
    }
    return true;
  }

  private boolean isWhole(String directory) {
    if (whole.contains(directory) || torn.contains(directory)) {
      return whole.contains(directory);
    }
    boolean all =
        before.below(directory).stream()
            .map(TreeEntry::path)
            .filter(PythonPaths::isSource)
            .allMatch(left::contains);
    (all ? whole : torn).add(directory);
    return all;
  }
}
