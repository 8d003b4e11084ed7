package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What several units that stand on each other come to: where all that moved stands at last. */
final class StackedPaths {
  private final Map<String, String> paths;
  private final Map<String, String> modules;
  private final Set<String> edited;

  StackedPaths() {
    this(Map.of(), Map.of(), Set.of());
  }

  private StackedPaths(
      Map<String, String> paths, Map<String, String> modules, Collection<String> edited) {
    this.paths = new LinkedHashMap<>(paths);
    this.modules = new LinkedHashMap<>(modules);
    this.edited = new TreeSet<>(edited);
  }

  StackedPaths copy() {
    return new StackedPaths(paths, modules, edited);
  }

  /**
   * @param after the tree with the unit's commit in it
   */
  void add(UnitStory story, Snapshot after) {
    UnitJob job = story.job();
    Map<String, String> moved = job.plan().paths();
    Set<String> kept = new TreeSet<>();
    edited.forEach(path -> kept.add(moved.getOrDefault(path, path)));
    edited.clear();
    edited.addAll(kept);
    compose(paths, moved);
    compose(modules, Judgement.modules(job, after));
    edited.addAll(Judgement.edited(job, story.written(), moved));
    edited.removeAll(paths.values());
  }

  /** What moved before and moves again stands where it moves to now. */
  static void compose(Map<String, String> known, Map<String, String> more) {
    Map<String, String> fresh = new LinkedHashMap<>(more);
    known.replaceAll(
        (first, then) -> {
          String now = fresh.remove(then);
          return now == null ? then : now;
        });
    fresh.forEach(known::putIfAbsent);
    known.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
  }

  /** Of moved files, from the ground to the top. */
  Map<String, String> paths() {
    return paths;
  }

  /** Names of moved modules, from the ground to the top. */
  Map<String, String> modules() {
    return modules;
  }

  /** Paths at the top of all files that were written or rewritten, moved ones apart. */
  Set<String> edited() {
    return edited;
  }
}
