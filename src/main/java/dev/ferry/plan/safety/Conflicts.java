package dev.ferry.plan.safety;

import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import dev.ferry.plan.Plan.PlannedUnit;
import dev.ferry.plan.Rename;
import dev.ferry.plan.safety.Conflict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the units that could disturb each other. Time grows with what the units touch and with the
 * conflicts found, not with the number of pairs.
 */
public final class Conflicts {
  private final Snapshot base;
  private final List<PlannedUnit> units;
  private final Map<Pair, List<Reason>> found = new TreeMap<>();

  /** Two units by their places in the plan, the earlier first. */
  private record Pair(int first, int second) implements Comparable<Pair> {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(Pair other) {
      return first == other.first
          ? Integer.compare(second, other.second)
          : Integer.compare(first, other.first);
    }
  }

  private Conflicts(Snapshot base, List<PlannedUnit> units) {
    this.base = base;
    this.units = units;
  }

  /**
   * Finds all conflicts, in the order of the units. A unit and one that it stands on are no
   * conflict: they are ordered anyway.
   *
   * @param base the tree that the batches were planned on
   * @param sameDirectory whether units with destinations in one directory conflict, too
   */
  public static List<Conflict> among(
      Snapshot base, List<PlannedUnit> units, boolean sameDirectory) {
    Conflicts conflicts = new Conflicts(base, units);
    conflicts.sameFiles();
    conflicts.imports();
    conflicts.nested();
    if (sameDirectory) {
      conflicts.sameDirectories();
    }
    return conflicts.result();
  }

  private List<Conflict> result() {
    List<Conflict> conflicts = new ArrayList<>();
    found.forEach(
        (pair, reasons) -> {
          PlannedUnit first = units.get(pair.first());
          PlannedUnit second = units.get(pair.second());
          if (!standsOn(first, second) && !standsOn(second, first)) {
            conflicts.add(new Conflict(first.unit().id(), second.unit().id(), reasons));
          }
        });
    return conflicts;
  }

  private static boolean standsOn(PlannedUnit upper, PlannedUnit lower) {
    return upper.unit().dependsOn().contains(lower.unit().id());
  }

  private void add(int one, int other, Reason reason) {
    if (one != other) {
      List<Reason> reasons = found.computeIfAbsent(Pair.of(one, other), pair -> new ArrayList<>());
      if (!reasons.contains(reason)) {
        reasons.add(reason);
      }
    }
  }

  private void sameFiles() {
    Map<String, List<Touch>> byPath = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      for (TreeChange change : units.get(unit).moves().changes()) {
        byPath
            .computeIfAbsent(change.path(), path -> new ArrayList<>())
            .add(new Touch(unit, change));
      }
    }
    byPath.forEach(
        (path, touches) -> {
          for (int i = 0; i < touches.size(); i++) {
            for (int j = i + 1; j < touches.size(); j++) {
              Touch one = touches.get(i);
              Touch other = touches.get(j);
              if (!madeAlike(path, one.change(), other.change())) {
                add(one.unit(), other.unit(), new Reason.SameFile(path));
              }
            }
          }
        });
  }

  /** What one unit does to one path. */
  private record Touch(int unit, TreeChange change) {}

  /** Files that every branch creates alike merge without anybody noticing. */
  private boolean madeAlike(String path, TreeChange one, TreeChange other) {
    return !base.listing().containsFile(path)
        && one instanceof TreeChange.Write(String _, String mode, byte[] content)
        && other instanceof TreeChange.Write(String _, String otherMode, byte[] otherContent)
        && mode.equals(otherMode)
        && Arrays.equals(content, otherContent);
  }

  private void imports() {
    Map<String, Integer> movedBy = new HashMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      for (Rename rename : units.get(unit).moves().renames()) {
        movedBy.put(rename.source(), unit);
      }
    }
    movedBy.forEach(
        (path, importer) -> {
          for (ResolvedImport resolved : base.graph().importsOf(path)) {
            ModuleGraph.targetPath(resolved.target())
                .map(movedBy::get)
                .ifPresent(imported -> add(importer, imported, imports(importer, imported)));
          }
        });
  }

  private Reason imports(int importer, int imported) {
    return new Reason.Imports(units.get(importer).unit().id(), units.get(imported).unit().id());
  }

  private void nested() {
    Map<String, List<Integer>> byDestination = byDestination();
    byDestination.forEach(
        (destination, inner) -> {
          String above = RepoPaths.parent(destination);
          while (!above.isEmpty()) {
            for (int outer : byDestination.getOrDefault(above, List.of())) {
              Reason reason = new Reason.Nested(above, destination);
              inner.forEach(unit -> add(outer, unit, reason));
            }
            above = RepoPaths.parent(above);
          }
        });
  }

  private Map<String, List<Integer>> byDestination() {
    Map<String, List<Integer>> byDestination = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      for (Move move : units.get(unit).unit().moves()) {
        byDestination.computeIfAbsent(move.destination(), key -> new ArrayList<>()).add(unit);
      }
    }
    return byDestination;
  }

  private void sameDirectories() {
    Map<String, List<Integer>> byDirectory = new TreeMap<>();
    byDestination()
        .forEach(
            (destination, here) ->
                byDirectory
                    .computeIfAbsent(RepoPaths.parent(destination), key -> new ArrayList<>())
                    .addAll(here));
    byDirectory.forEach(
        (directory, here) -> {
          for (int i = 0; i < here.size(); i++) {
            for (int j = i + 1; j < here.size(); j++) {
              add(here.get(i), here.get(j), new Reason.SameDirectory(directory));
            }
          }
        });
  }
}
