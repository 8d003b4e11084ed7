package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.StringFact;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that a circle of imports may break, where a plan tells of one: those that, loaded
 * first, meet something half loaded, and those that load one of these by a string.
 */
final class ToldCircles {
  private static final Set<Code> TELLING = Set.of(Code.M130, Code.M131, Code.M139);

  private final Snapshot tree;
  private final Map<String, Set<String>> importers = new HashMap<>();

  private ToldCircles(Snapshot tree) {
    this.tree = tree;
    for (String path : tree.sources()) {
      for (String loaded : loaded(path)) {
        importers.computeIfAbsent(loaded, key -> new TreeSet<>()).add(path);
      }
    }
  }

  /**
   * The files that meet something half loaded which they did not meet before, by what the plan
   * tells; where it tells of nothing, none.
   *
   * @param before the tree that the plan was made for
   * @param tree as the plan leaves it
   */
  static Set<String> of(MemoryTree before, MemoryTree tree, MovePlan plan) {
    ToldCircles circles = new ToldCircles(tree.snapshot());
    Deque<String> ofTypes = new ArrayDeque<>();
    circles.addThoseOfTypes(ofTypes);
    Set<String> found = circles.above(ofTypes);
    if (plan.notes().stream().anyMatch(note -> TELLING.contains(note.code()))) {
      Map<String, String> moved = new HashMap<>();
      plan.renames().forEach(rename -> moved.put(rename.source(), rename.destination()));
      LoadingCheck check =
          new LoadingCheck(before.snapshot(), circles.tree, path -> moved.getOrDefault(path, path));
      check.met(before.snapshot().sources()).stream().map(Problem::file).forEach(found::add);
      circles.addThoseThatSpell(found);
    }
    return found;
  }

  /** Also those that load one of them by a string, which the check does not follow. */
  private void addThoseThatSpell(Set<String> found) {
    for (String path : tree.sources()) {
      Set<String> spelled = new TreeSet<>();
      addSpelled(path, spelled);
      spelled.retainAll(found);
      if (!spelled.isEmpty()) {
        found.add(path);
      }
    }
  }

  /** Python runs no imports for type checkers; this test does, and so closes circles of its own. */
  private void addThoseOfTypes(Deque<String> waiting) {
    for (String path : tree.sources()) {
      for (ResolvedImport resolved : tree.graph().importsOf(path)) {
        if (resolved.fact().contexts().contains(ImportFact.Context.TYPE_CHECKING)) {
          ModuleGraph.targetPath(resolved.target())
              .filter(
                  file ->
                      file.equals(path) || above(new ArrayDeque<>(List.of(path))).contains(file))
              .ifPresent(waiting::add);
        }
      }
    }
  }

  private Set<String> above(Deque<String> waiting) {
    Set<String> reached = new TreeSet<>(waiting);
    while (!waiting.isEmpty()) {
      for (String importer : importers.getOrDefault(waiting.remove(), Set.of())) {
        if (reached.add(importer)) {
          waiting.add(importer);
        }
      }
    }
    return reached;
  }

  /** What a file may load, with the packages above. */
  private Set<String> loaded(String path) {
    Set<String> found = new TreeSet<>();
    for (ResolvedImport resolved : tree.graph().importsOf(path)) {
      ModuleGraph.targetPath(resolved.target()).ifPresent(file -> addWithPackages(file, found));
    }
    addSpelled(path, found);
    addWithPackages(path, found);
    found.remove(path);
    return found;
  }

  private void addSpelled(String path, Set<String> found) {
    for (StringFact string : tree.facts(path).map(FileFacts::strings).orElse(List.of())) {
      for (String name = string.text().replace(':', '.');
          !name.isEmpty();
          name = RandomTree.parent(name)) {
        tree.modules().fileOf(name).ifPresent(file -> addWithPackages(file, found));
      }
    }
  }

  private void addWithPackages(String file, Set<String> found) {
    ModuleTable modules = tree.modules();
    found.add(file);
    for (String name : modules.namesOf(file)) {
      for (String above = RandomTree.parent(name);
          !above.isEmpty();
          above = RandomTree.parent(above)) {
        modules.fileOf(above).ifPresent(found::add);
      }
    }
  }
}
