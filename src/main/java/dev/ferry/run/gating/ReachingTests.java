package dev.ferry.run.gating;

import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.RepoPaths;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Test files that import given sources, directly or through others. Only a hint where to look for
 * witnesses: what they notice is seen by sabotage.
 */
final class ReachingTests {
  private final Snapshot snapshot;
  private final Toolchain toolchain;

  ReachingTests(Snapshot snapshot, Toolchain toolchain) {
    this.snapshot = snapshot;
    this.toolchain = toolchain;
  }

  /** Nearest first; tests at the same distance in the order of their paths. */
  Set<String> of(Collection<String> sources) {
    ModuleGraph graph = snapshot.graph();
    Set<String> seen = new LinkedHashSet<>(sources);
    Set<String> tests = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(sources);
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (toolchain.isTestFile(path)) {
        tests.add(path);
      } else if (toolchain.isTestSupport(path)) {
        tests.addAll(testsBelow(RepoPaths.parent(path)));
      }
      for (String loaded : loadedWith(path)) {
        if (!loaded.equals(path) && toolchain.isTestFile(loaded)) {
          tests.add(loaded);
        }
        for (ResolvedImport importer : graph.importersOf(loaded)) {
          if (seen.add(importer.importer())) {
            waiting.add(importer.importer());
          }
        }
      }
    }
    return tests;
  }

  /** The file, and where it is a package's own, all that cannot be imported without it. */
  private List<String> loadedWith(String path) {
    boolean isPackage =
        snapshot.modules().namesOf(path).stream().anyMatch(snapshot.modules()::isRegularPackage);
    if (!isPackage) {
      return List.of(path);
    }
    String directory = RepoPaths.parent(path);
    if (directory.isEmpty()) {
      return List.of(path);
    }
    return snapshot.sources().stream()
        .filter(source -> source.startsWith(directory + "/"))
        .toList();
  }

  private List<String> testsBelow(String directory) {
    return snapshot.sources().stream()
        .filter(path -> directory.isEmpty() || path.startsWith(directory + "/"))
        .filter(toolchain::isTestFile)
        .toList();
  }
}
