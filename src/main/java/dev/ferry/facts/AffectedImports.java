package dev.ferry.facts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which files have to be resolved again when some files of a tree appear, vanish or change. Rather
 * one too many: resolving again is cheap, a stale answer is wrong.
 */
final class AffectedImports {
  private final ModuleTable before;
  private final ModuleTable after;

  /** Imports that start from one of these, or from something below one, may have another target. */
  private final Set<String> names = new HashSet<>();

  /** Imports that start from exactly one of these may. */
  private final Set<String> parents = new HashSet<>();

  private AffectedImports(ModuleTable before, ModuleTable after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param changed the sources that appear, vanish or change
   * @param isSource whether a path is a source after the change
   */
  static Set<String> files(
      WholeGraph graph,
      Collection<String> changed,
      ModuleTable before,
      ModuleTable after,
      Predicate<String> isSource) {
    AffectedImports affected = new AffectedImports(before, after);
    Set<String> files = new HashSet<>(changed);
    files.addAll(graph.unnamed());
    for (String path : changed) {
      affected.note(path);
      boolean appearsOrVanishes = graph.files().contains(path) != isSource.test(path);
      if (appearsOrVanishes && path.contains("/__init__.")) {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        graph.files().stream().filter(file -> file.startsWith(directory)).forEach(files::add);
      }
    }
    for (Map.Entry<String, List<String>> module : graph.users().entrySet()) {
      if (affected.mayDiffer(module.getKey())) {
        files.addAll(module.getValue());
      }
    }
    return files;
  }

  private void note(String path) {
    String dotted = dotted(path);
    for (String root : after.roots()) {
      noteBelow(root, path);
    }
    // what is seen by files whose surroundings begin in one of the directories above the file
    for (int dot = 0; dot >= 0; ) {
      String name = dotted.substring(dot == 0 ? 0 : dot + 1);
      add(name);
      int next = dotted.indexOf('.', dot + 1);
      dot = next;
    }
  }

  private void noteBelow(String root, String path) {
    if (!root.isEmpty() && !path.startsWith(root + "/")) {
      return;
    }
    String name = dotted(root.isEmpty() ? path : path.substring(root.length() + 1));
    add(name);
    for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
      String ancestor = name.substring(0, dot);
      boolean same =
          before.fileOf(ancestor).equals(after.fileOf(ancestor))
              && before.isNamespacePackage(ancestor) == after.isNamespacePackage(ancestor);
      if (!same) {
        add(ancestor);
      }
    }
  }

  private void add(String name) {
    names.add(name);
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      parents.add(name.substring(0, dot));
    }
  }

  private boolean mayDiffer(String module) {
    if (names.contains(module) || parents.contains(module)) {
      return true;
    }
    for (int dot = module.indexOf('.'); dot >= 0; dot = module.indexOf('.', dot + 1)) {
      if (names.contains(module.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  /** The path as a dotted name, whether or not it spells identifiers. */
  private static String dotted(String path) {
    int end = path.lastIndexOf('.');
    int init = path.lastIndexOf("/__init__.");
    return path.substring(0, init >= 0 ? init : Math.max(end, 0)).replace('/', '.');
  }
}
