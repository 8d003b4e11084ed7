package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds import cycles that the moves close (rule 15). Only imports that run when a module is loaded
 * count; loading a module also loads the packages above it that the importing file is not in.
 */
final class ImportCycles {
  private final Snapshot base;
  private final Snapshot after;
  private final Relocation relocation;
  private final Set<String> changed;
  private final Map<String, Set<String>> edgesBefore;
  private final Map<String, Set<String>> edgesAfter = new HashMap<>();
  private final Map<String, Set<String>> edgesOfTrial = new HashMap<>();

  /**
   * @param changed files, by their old paths, whose bytes or places change
   * @param edgesBefore what is known of the base, kept from one question to the next
   */
  ImportCycles(
      Snapshot base,
      Snapshot after,
      Relocation relocation,
      Collection<String> changed,
      Map<String, Set<String>> edgesBefore) {
    this.base = base;
    this.after = after;
    this.relocation = relocation;
    this.changed = new TreeSet<>();
    changed.forEach(path -> this.changed.add(relocation.newPath(path)));
    this.edgesBefore = edgesBefore;
  }

  List<Problem> closed(Collection<String> starts) {
    if (!mayClose(starts)) {
      return List.of();
    }
    List<String> places = new TreeSet<>(starts).stream().map(relocation::newPath).toList();
    Set<String> cyclic = CyclicFiles.reachedFrom(places, this::edgesAfter);
    List<String> suspects =
        new TreeSet<>(starts)
            .stream().filter(start -> cyclic.contains(relocation.newPath(start))).toList();
    Set<String> cyclicBefore = CyclicFiles.reachedFrom(suspects, this::edgesBefore);
    List<Problem> found = new ArrayList<>();
    Set<String> reported = new TreeSet<>();
    for (String start : suspects) {
      String now = relocation.newPath(start);
      if (cyclicBefore.contains(start) || reported.contains(now)) {
        continue;
      }
      List<String> cycle = cycle(now, this::edgesAfter);
      if (cycle != null) {
        reported.addAll(cycle);
        found.add(Problem.at(now, 0, Code.M028, String.join(" -> ", cycle)));
      }
    }
    return found;
  }

  /**
   * A cycle that was none before holds an import that was none before: some file that now imports
   * another is reached from that one. This looks at what the new imports lead to, and not at all
   * that the changed files do.
   */
  private boolean mayClose(Collection<String> starts) {
    Set<String> importers = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    Set<String> reached = new HashSet<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      Set<String> before = new HashSet<>();
      edgesBefore(start).forEach(target -> before.add(relocation.newPath(target)));
      for (String target : edgesAfter(now)) {
        if (!before.contains(target)) {
          importers.add(now);
          if (reached.add(target)) {
            waiting.add(target);
          }
        }
      }
    }
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (importers.contains(path)) {
        return true;
      }
      for (String next : edgesAfter(path)) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return false;
  }

  /** Moved files on a circle, old or new, that may be entered elsewhere now. */
  List<Problem> enteredOtherwise() {
    CircleEntries entries = new CircleEntries(this::edgesAfter);
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      String now = relocation.newPath(path);
      Set<String> before = new TreeSet<>();
      packages(base.modules(), path, "")
          .forEach(package_ -> before.add(relocation.newPath(package_)));
      Set<String> afterwards = new TreeSet<>(packages(after.modules(), now, ""));
      entries
          .changed(now, before, afterwards)
          .or(() -> farther(now, before, afterwards))
          .ifPresent(package_ -> found.add(Problem.at(now, 0, Code.M095, now, package_)));
    }
    return found;
  }

  /**
   * The files among these that may meet a circle as they are loaded, or as one of their functions
   * is called.
   */
  Set<String> leadingToCircles(Collection<String> starts) {
    if (loadsAsBefore(starts)) {
      return Set.of();
    }
    Map<String, Set<String>> importers = new HashMap<>();
    Map<String, Set<String>> first = new HashMap<>();
    Set<String> known = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      Set<String> loaded = new LinkedHashSet<>(edges(after, now, true));
      loaded.addAll(packages(after.modules(), now, ""));
      loaded.add(now);
      first.put(start, loaded);
      loaded.stream().filter(known::add).forEach(waiting::add);
    }
    Set<String> circles = CyclicFiles.reachedFrom(List.copyOf(known), this::edgesOfTrial);
    if (circles.isEmpty()) {
      return Set.of();
    }
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      for (String next : edgesOfTrial(file)) {
        importers.computeIfAbsent(next, key -> new HashSet<>()).add(file);
        if (known.add(next)) {
          waiting.add(next);
        }
      }
    }
    Set<String> leading = new HashSet<>(circles);
    waiting.addAll(circles);
    while (!waiting.isEmpty()) {
      for (String importer : importers.getOrDefault(waiting.remove(), Set.of())) {
        if (leading.add(importer)) {
          waiting.add(importer);
        }
      }
    }
    Set<String> found = new TreeSet<>();
    first.forEach(
        (start, loaded) -> {
          if (loaded.stream().anyMatch(leading::contains)) {
            found.add(start);
          }
        });
    return found;
  }

  /**
   * Whether the files load what they loaded, in the same order, but for files that cannot matter:
   * whose imports lead neither to a circle nor to a file that changes. Such a file meets nothing
   * half loaded, and nobody meets it so, whenever it is loaded. This looks at what differs, and not
   * at all that can be reached.
   */
  private boolean loadsAsBefore(Collection<String> starts) {
    List<Loading> loadings = new ArrayList<>();
    for (String start : starts) {
      String now = relocation.newPath(start);
      if (!called(base, start).equals(called(after, now))) {
        return false;
      }
      loadings.add(
          new Loading(
              renewed(packages(base.modules(), start, "")), packages(after.modules(), now, "")));
      loadings.add(
          new Loading(renewed(edges(base, start, true)), List.copyOf(edges(after, now, true))));
    }
    Set<String> differing = new LinkedHashSet<>();
    loadings.forEach(loading -> differing.addAll(loading.differing()));
    Set<String> reached = new HashSet<>(differing);
    Deque<String> waiting = new ArrayDeque<>(differing);
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      if (changed.contains(file)) {
        return false;
      }
      edgesOfTrial(file).stream().filter(reached::add).forEach(waiting::add);
    }
    return CyclicFiles.reachedFrom(differing, this::edgesOfTrial).isEmpty()
        && loadings.stream().allMatch(loading -> loading.isKeptBut(reached));
  }

  private List<String> renewed(Collection<String> paths) {
    return paths.stream().map(relocation::newPath).toList();
  }

  /** Which imports of functions run, by what a trial makes of them, as the file is loaded. */
  private static List<Boolean> called(Snapshot snapshot, String path) {
    return snapshot.facts(path).stream()
        .flatMap(
            facts ->
                facts.imports().stream()
                    .filter(fact -> fact.contexts().contains(ImportFact.Context.FUNCTION))
                    .map(fact -> LoadingTrial.bindsGlobal(facts, fact)))
        .toList();
  }

  /**
   * What is loaded above one file, or by it and its functions, in this order; before and after the
   * moves, by new paths.
   */
  private record Loading(List<String> before, List<String> afterwards) {
    Set<String> differing() {
      Set<String> differing = new LinkedHashSet<>(before);
      differing.removeAll(Set.copyOf(afterwards));
      afterwards.stream().filter(file -> !before.contains(file)).forEach(differing::add);
      return differing;
    }

    boolean isKeptBut(Set<String> left) {
      return without(left, before).equals(without(left, afterwards));
    }

    private static List<String> without(Set<String> left, List<String> files) {
      return files.stream().filter(file -> !left.contains(file)).toList();
    }
  }

  /** With what a function may import while its module is loaded. */
  private Set<String> edgesOfTrial(String path) {
    return edgesOfTrial.computeIfAbsent(
        path,
        key -> {
          Optional<FileFacts> facts = after.facts(key);
          boolean called =
              facts.isPresent()
                  && facts.get().imports().stream()
                      .anyMatch(fact -> LoadingTrial.bindsGlobal(facts.get(), fact));
          return called ? edges(after, key, true) : edgesAfter(key);
        });
  }

  /**
   * A package that ran before the file, or runs before it only now, and enters some circle that the
   * file itself leads to, be it when one of its functions is called.
   */
  private Optional<String> farther(String path, Set<String> before, Set<String> afterwards) {
    Set<String> differing = new TreeSet<>(before);
    differing.addAll(afterwards);
    differing.removeIf(package_ -> before.contains(package_) && afterwards.contains(package_));
    differing.remove(path);
    Set<String> always = new HashSet<>(before);
    always.retainAll(afterwards);
    for (String package_ : differing) {
      Set<String> cyclic = CyclicFiles.reachedFrom(List.of(package_), this::edgesAfter);
      if (!cyclic.isEmpty()) {
        Set<String> entries = entries(package_, cyclic, this::edgesAfter);
        Set<String> own = entries(path, cyclic, file -> edges(after, file, true));
        if (!own.isEmpty() && !own.equals(entries) && !always.containsAll(entries)) {
          return Optional.of(package_);
        }
      }
    }
    return Optional.empty();
  }

  /** The first files of circles that are met on the ways from a file; itself where it is on one. */
  private static Set<String> entries(String start, Set<String> cyclic, Edges edges) {
    Set<String> entries = new HashSet<>();
    Set<String> reached = new HashSet<>(Set.of(start));
    Deque<String> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      if (cyclic.contains(file)) {
        entries.add(file);
        continue;
      }
      for (String next : edges.from(file)) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return entries;
  }

  @FunctionalInterface
  private interface Edges {
    Set<String> from(String path);
  }

  /** The shortest way from a file back to itself, both ends included; null where there is none. */
  private static @Nullable List<String> cycle(String start, Edges edges) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      for (String next : edges.from(path)) {
        if (next.equals(start)) {
          return way(start, path, reachedFrom);
        }
        if (reachedFrom.putIfAbsent(next, path) == null) {
          waiting.add(next);
        }
      }
    }
    return null;
  }

  private static List<String> way(String start, String last, Map<String, String> reachedFrom) {
    List<String> way = new ArrayList<>(List.of(start));
    String at = last;
    while (at != null && !at.equals(start)) {
      way.add(1, at);
      at = reachedFrom.get(at);
    }
    way.add(start);
    return way;
  }

  private Set<String> edgesBefore(String path) {
    Set<String> known = edgesBefore.get(path);
    if (known == null) {
      known = edges(base, path, false);
      edgesBefore.put(path, known);
    }
    return known;
  }

  private Set<String> edgesAfter(String path) {
    return edgesAfter.computeIfAbsent(
        path,
        key -> {
          if (changed.contains(key)) {
            return edges(after, key, false);
          }
          Set<String> mapped = new LinkedHashSet<>();
          edgesBefore(key).forEach(target -> mapped.add(relocation.newPath(target)));
          return mapped;
        });
  }

  /**
   * @param later whether what functions import counts too
   */
  private static Set<String> edges(Snapshot snapshot, String path, boolean later) {
    Set<String> targets = new LinkedHashSet<>();
    ModuleTable modules = snapshot.modules();
    List<ImportFact> imports = snapshot.facts(path).map(facts -> facts.imports()).orElse(List.of());
    for (ImportFact fact : imports) {
      Set<ImportFact.Context> contexts = fact.contexts();
      if (contexts.contains(ImportFact.Context.FUNCTION) && !later
          || contexts.contains(ImportFact.Context.TYPE_CHECKING)) {
        continue;
      }
      ModuleGraph.targetPath(snapshot.resolve(path, fact))
          .ifPresent(
              target -> {
                packages(modules, target, path).forEach(targets::add);
                targets.add(target);
              });
    }
    targets.remove(path);
    return targets;
  }

  /** The files of the packages above the target, without those that the importer is in itself. */
  private static List<String> packages(ModuleTable modules, String target, String importer) {
    List<String> found = new ArrayList<>();
    for (String name : modules.namesOf(target)) {
      int dot = name.lastIndexOf('.');
      while (dot > 0) {
        String package_ = name.substring(0, dot);
        boolean around =
            modules.packagesOf(importer).stream()
                .anyMatch(own -> own.equals(package_) || own.startsWith(package_ + "."));
        if (!around) {
          modules.fileOf(package_).ifPresent(found::add);
        }
        dot = package_.lastIndexOf('.');
      }
    }
    return found;
  }
}
