package dev.ferry.plan;

import dev.ferry.facts.ModuleTable;
import dev.ferry.model.TreeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The imports that no edit can keep, by what Python finds once the files have been moved: those of
 * a directory without {@code __init__} of which nothing is left and which did not go to one place,
 * and those of what stays in such a directory when a module takes its name.
 */
final class Unavoidable {
  private final ModuleTable before;
  private final ModuleTable after;
  private final MemoryTree tree;
  private final Map<String, String> paths = new HashMap<>();

  private Unavoidable(MemoryTree tree, MovePlan plan) {
    this.tree = tree;
    this.before = tree.snapshot().modules();
    MemoryTree moved = tree.after(List.of());
    plan.renames().forEach(rename -> paths.put(rename.source(), rename.destination()));
    Map<String, byte[]> contents = new HashMap<>();
    paths.forEach((source, target) -> contents.put(target, tree.files().get(source)));
    List<TreeChange> changes = new ArrayList<>();
    paths.keySet().forEach(source -> changes.add(new TreeChange.Delete(source)));
    contents.forEach((path, text) -> changes.add(new TreeChange.Write(path, "100644", text)));
    this.after = moved.after(changes).snapshot().modules();
  }

  static Unavoidable in(MemoryTree tree, MovePlan plan) {
    return new Unavoidable(tree, plan);
  }

  /**
   * @param name that leads nowhere in the tree that the moves would have made
   */
  boolean explains(String name) {
    return isScattered(name) || isHidden(name);
  }

  private boolean isScattered(String name) {
    if (!before.isNamespacePackage(name) || after.isNamespacePackage(name)) {
      return false;
    }
    Set<String> places = new HashSet<>();
    for (String path : tree.files().keySet()) {
      for (String own : before.namesOf(path)) {
        if (own.startsWith(name + ".")) {
          String below = path.substring(path.indexOf(name.replace('.', '/')) + name.length());
          String now = paths.getOrDefault(path, path);
          places.add(now.endsWith(below) ? now.substring(0, now.length() - below.length()) : now);
        }
      }
    }
    return places.size() > 1 || places.stream().anyMatch(place -> place.endsWith(".py"));
  }

  private boolean isHidden(String name) {
    boolean stays = before.fileOf(name).filter(file -> !paths.containsKey(file)).isPresent();
    for (String above = RandomTree.parent(name);
        stays && !above.isEmpty();
        above = RandomTree.parent(above)) {
      boolean module = after.fileOf(above).isPresent() && !after.isRegularPackage(above);
      if (module && before.isNamespacePackage(above)) {
        return true;
      }
    }
    return false;
  }
}
