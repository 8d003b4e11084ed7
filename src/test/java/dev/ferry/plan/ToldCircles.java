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
 * The files that a circle of imports may break, of those that a plan tells of: the files on it and
 * all that load one of them, as they are loaded or as they are called.
 */
final class ToldCircles {
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
   * @param tree as the plan leaves it
   */
  static Set<String> of(MemoryTree tree, MovePlan plan) {
    Deque<String> waiting = new ArrayDeque<>();
    for (Problem note : plan.notes()) {
      if (note.code() == Code.M028) {
        waiting.addAll(List.of(note.arguments().getFirst().split(" -> ", -1)));
      } else if (note.code() == Code.M095) {
        waiting.add(note.arguments().getFirst());
      }
    }
    ToldCircles circles = new ToldCircles(tree.snapshot());
    circles.addThoseOfTypes(waiting);
    return circles.above(waiting);
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
    for (StringFact string : tree.facts(path).map(FileFacts::strings).orElse(List.of())) {
      for (String name = string.text().replace(':', '.');
          !name.isEmpty();
          name = RandomTree.parent(name)) {
        tree.modules().fileOf(name).ifPresent(file -> addWithPackages(file, found));
      }
    }
    addWithPackages(path, found);
    found.remove(path);
    return found;
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
