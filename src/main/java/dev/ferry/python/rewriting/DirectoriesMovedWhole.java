package dev.ferry.python.rewriting;

import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.python.modules.PythonPaths;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Directories without an {@code __init__} that all their modules leave together for one new place
 * in the package around them. They stay what they were: pytest puts such a directory on the search
 * path for its tests, and a package there would take the neighbours from them.
 */
final class DirectoriesMovedWhole {
  private DirectoriesMovedWhole() {}

  /** Whether one of them arrives as this new directory. */
  static boolean arrives(TreeListing tree, Collection<Move> moves, String directory) {
    Set<String> left = new HashSet<>();
    for (Move move : moves) {
      if (move.destination().startsWith(directory + "/")) {
        String rest = move.destination().substring(directory.length());
        if (!move.source().endsWith(rest)) {
          return false;
        }
        left.add(move.source().substring(0, move.source().length() - rest.length()));
      }
    }
    if (left.size() != 1) {
      return false;
    }
    String source = left.iterator().next();
    return !isPackage(tree, source)
        && directory.startsWith(packageAround(tree, source) + "/")
        && tree.below(source).stream()
            .map(TreeEntry::path)
            .filter(PythonPaths::isSource)
            .allMatch(path -> isTaken(moves, path));
  }

  private static boolean isTaken(Collection<Move> moves, String path) {
    return moves.stream()
        .map(Move::source)
        .anyMatch(source -> path.equals(source) || path.startsWith(source + "/"));
  }

  /** The nearest package; for a directory in none, what no path begins with. */
  private static String packageAround(TreeListing tree, String directory) {
    return Stream.iterate(RepoPaths.parent(directory), above -> !above.isEmpty(), RepoPaths::parent)
        .filter(above -> isPackage(tree, above))
        .findFirst()
        .orElse("/");
  }

  private static boolean isPackage(TreeListing tree, String directory) {
    return tree.containsFile(directory + "/__init__.py");
  }
}
