package dev.ferry.plan.binding;

import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Move;
import dev.ferry.model.TreeEntry;
import dev.ferry.plan.Binding;
import dev.ferry.plan.safety.Circles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rows of one batch whose modules import each other in a circle. Circles that nobody could
 * review as one commit are left to the order of the batch, which is right for any row alone.
 */
public final class ImportCircles {
  /** The largest circle that is bound without being asked for. */
  static final int LARGEST = 50;

  private final Map<String, BatchRow> rows = new LinkedHashMap<>();
  private final Map<String, Set<String>> imports = new HashMap<>();

  private ImportCircles(Snapshot base, Batch batch) {
    Map<String, String> movedBy = new HashMap<>();
    for (BatchRow row : batch.rows()) {
      Move move = row.move();
      if (!move.isInPlace() && rows.putIfAbsent(move.module(), row) == null) {
        sources(base, move).forEach(path -> movedBy.putIfAbsent(path, move.module()));
      }
    }
    movedBy.forEach(
        (path, module) -> {
          for (ResolvedImport resolved : base.graph().importsOf(path)) {
            ModuleGraph.targetPath(resolved.target())
                .map(movedBy::get)
                .filter(imported -> !imported.equals(module))
                .ifPresent(
                    imported ->
                        imports.computeIfAbsent(module, m -> new LinkedHashSet<>()).add(imported));
          }
        });
  }

  private static List<String> sources(Snapshot base, Move move) {
    return base.listing().containsFile(move.source())
        ? List.of(move.source())
        : base.listing().below(move.source()).stream().map(TreeEntry::path).toList();
  }

  /** The circles of each batch by itself: rows of two batches cannot be in one commit. */
  public static List<Binding> among(Snapshot base, List<Batch> batches) {
    List<Binding> bindings = new ArrayList<>();
    for (Batch batch : batches) {
      bindings.addAll(new ImportCircles(base, batch).bindings());
    }
    return bindings;
  }

  private List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    for (List<String> circle : new Circles(List.copyOf(rows.keySet()), this::imported).find()) {
      if (circle.size() > LARGEST) {
        continue;
      }
      List<BatchRow> members = circle.stream().map(this::row).toList();
      bindings.add(new Binding(members, new Binding.Reason.Circle(shortest(circle))));
    }
    return bindings;
  }

  private BatchRow row(String module) {
    BatchRow row = rows.get(module);
    if (row == null) {
      throw new IllegalStateException("no row: " + module);
    }
    return row;
  }

  private List<String> imported(String module) {
    return imports.getOrDefault(module, Set.of()).stream().sorted().toList();
  }

  /** The shortest way from the first member over others back to itself, in breadth. */
  private List<String> shortest(List<String> members) {
    String start = members.getFirst();
    Set<String> allowed = new HashSet<>(members);
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String at = open.remove();
      for (String next : imported(at)) {
        if (next.equals(start)) {
          List<String> way = new ArrayList<>();
          for (String back = at; back != null; back = cameFrom.get(back)) {
            way.addFirst(back);
          }
          return way;
        }
        if (allowed.contains(next) && !cameFrom.containsKey(next)) {
          cameFrom.put(next, at);
          open.add(next);
        }
      }
    }
    throw new IllegalStateException("no circle: " + members);
  }
}
