package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeListing;
import dev.ferry.python.modules.PythonPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stubs that lie in a directory of their own: a stub package (PEP 561), pyright's {@code typings}
 * and the {@code stubs} that mypy's documentation takes for its search path.
 */
final class StubsApart {
  private static final String ENDING = "-stubs";

  private StubsApart() {}

  /** The stubs of what moves, or the directories of them, with the places that they need then. */
  static Map<String, String> of(TreeListing tree, Relocation relocation, Move move) {
    String source = move.source();
    String root = rootOf(relocation.before().roots(), source);
    String old = below(root, source);
    String now = below(rootOf(relocation.after().roots(), move.destination()), move.destination());
    if (spelled(old).equals(spelled(now)) || PythonPaths.isSource(old) && !old.endsWith(".py")) {
      return Map.of();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (String base : List.of("", root, RepoPaths.parent(root))) {
      add(tree, found, base, inPackage(old), inPackage(now));
      add(tree, found, base, "typings/" + old, "typings/" + now);
      add(tree, found, base, "stubs/" + old, "stubs/" + now);
    }
    return found;
  }

  private static void add(
      TreeListing tree, Map<String, String> found, String base, String old, String now) {
    String start = base.isEmpty() ? "" : base + "/";
    String stub = start + (PythonPaths.isSource(old) ? old + "i" : old);
    if (PythonPaths.isSource(old) ? tree.containsFile(stub) : holdsStubs(tree, stub)) {
      found.put(stub, start + (now.endsWith(".py") ? now + "i" : now));
    }
  }

  private static boolean holdsStubs(TreeListing tree, String directory) {
    return tree.below(directory).stream().anyMatch(entry -> entry.path().endsWith(".pyi"));
  }

  /** A module that becomes a package is found by the stub that it has. */
  private static String spelled(String path) {
    int end = path.length();
    if (PythonPaths.isSource(path)) {
      end = PythonPaths.isPackageFile(path) ? path.lastIndexOf('/') : path.lastIndexOf('.');
    }
    return path.substring(0, end);
  }

  /** The path in the stub package of the first name. */
  private static String inPackage(String path) {
    int slash = path.indexOf('/');
    int end = slash < 0 ? path.length() : slash;
    return slash < 0 && path.endsWith(".py")
        ? path.substring(0, end - ".py".length()) + ENDING + "/__init__.py"
        : path.substring(0, end) + ENDING + path.substring(end);
  }

  private static String below(String root, String path) {
    return root.isEmpty() ? path : path.substring(root.length() + 1);
  }

  private static String rootOf(List<String> roots, String path) {
    return roots.stream()
        .filter(root -> !root.isEmpty() && path.startsWith(root + "/"))
        .findFirst()
        .orElse("");
  }
}
