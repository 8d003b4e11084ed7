package dev.ferry.plan.safety;

import dev.ferry.facts.Snapshot;
import dev.ferry.plan.Plan;
import dev.ferry.plan.Plan.PlannedUnit;
import dev.ferry.plan.safety.Conflict.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What may be worked at the same time. Units of different groups never meet; within a group the
 * edges say who comes first.
 *
 * @param order every unit after those that come before it, else in the order of the batches
 * @param groups units joined by conflicts or by standing on each other, largest first
 * @param edges who comes before whom, in the order of {@code order}
 * @param conflicts as found
 * @param cycles units that import each other in a circle; they go together or not at all
 * @param criticalPath the longest chain of units that come one after the other
 * @param bound units of several rows, with the reasons
 */
public record Schedule(
    List<String> order,
    List<List<String>> groups,
    List<Precedence> edges,
    List<Conflict> conflicts,
    List<List<String>> cycles,
    List<String> criticalPath,
    List<Plan.Bound> bound) {
  public Schedule {
    order = List.copyOf(order);
    groups = groups.stream().map(List::copyOf).toList();
    edges = List.copyOf(edges);
    conflicts = List.copyOf(conflicts);
    cycles = cycles.stream().map(List::copyOf).toList();
    criticalPath = List.copyOf(criticalPath);
    bound = List.copyOf(bound);
  }

  /**
   * Schedules the units of a plan.
   *
   * @param sameDirectory whether units with destinations in one directory wait for each other
   */
  public static Schedule of(Snapshot base, Plan plan, boolean sameDirectory) {
    return new Making(plan, Conflicts.among(base, plan.units(), sameDirectory)).make();
  }

  /** The making of one schedule. */
  private static final class Making {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Conflict> conflicts;
    private final List<Plan.Bound> bound;
    private final Map<String, Map<String, Precedence>> later = new LinkedHashMap<>();

    Making(Plan plan, List<Conflict> conflicts) {
      List<PlannedUnit> units = plan.units();
      this.bound = plan.bound();
      this.conflicts = conflicts;
      for (PlannedUnit unit : units) {
        places.put(unit.unit().id(), ids.size());
        ids.add(unit.unit().id());
      }
      for (PlannedUnit unit : units) {
        for (String first : unit.unit().dependsOn()) {
          put(new Precedence(first, unit.unit().id(), true, List.of()));
        }
      }
      imports();
    }

    private void put(Precedence edge) {
      later
          .computeIfAbsent(edge.earlier(), id -> new LinkedHashMap<>())
          .putIfAbsent(edge.later(), edge);
    }

    /** What is imported goes first. */
    private void imports() {
      for (Conflict conflict : conflicts) {
        for (Reason reason : conflict.reasons()) {
          if (reason instanceof Reason.Imports(String importer, String imported)) {
            put(new Precedence(imported, importer, false, conflict.reasons()));
          }
        }
      }
    }

    Schedule make() {
      List<List<String>> cycles = cycles();
      openCircles();
      List<String> order = order();
      others(order);
      List<Precedence> edges = new ArrayList<>();
      order.forEach(id -> edges.addAll(later.getOrDefault(id, Map.of()).values()));
      return new Schedule(order, groups(), edges, conflicts, cycles, criticalPath(order), bound);
    }

    private boolean isBefore(String one, String other) {
      return places.getOrDefault(one, 0) < places.getOrDefault(other, 0);
    }

    /**
     * Within a circle no order is right: that of the batches stands for one. What makes way stands
     * before what is built on it there, too.
     */
    private void openCircles() {
      for (List<String> circle : stronglyConnected(edge -> true)) {
        Set<String> members = new HashSet<>(circle);
        for (String one : circle) {
          later
              .getOrDefault(one, Map.of())
              .keySet()
              .removeIf(other -> members.contains(other) && isBefore(other, one));
        }
      }
    }

    /**
     * Where there is no import either order is right; one that contradicts no other edge is taken.
     */
    private void others(List<String> order) {
      Map<String, Integer> positions = new HashMap<>();
      order.forEach(id -> positions.put(id, positions.size()));
      for (Conflict conflict : conflicts) {
        String one = conflict.first();
        String two = conflict.second();
        boolean straight = positions.getOrDefault(one, 0) < positions.getOrDefault(two, 0);
        put(new Precedence(straight ? one : two, straight ? two : one, false, conflict.reasons()));
      }
    }

    private List<List<String>> cycles() {
      return stronglyConnected(
          edge -> edge.reasons().stream().anyMatch(Reason.Imports.class::isInstance));
    }

    /** Circles of more than one unit over the edges that are asked for. */
    private List<List<String>> stronglyConnected(
        java.util.function.Predicate<Precedence> followed) {
      return new Circles(
              ids,
              id ->
                  later.getOrDefault(id, Map.of()).values().stream()
                      .filter(followed)
                      .map(Precedence::later)
                      .toList())
          .find();
    }

    private List<String> order() {
      Map<String, Integer> waitingFor = new HashMap<>();
      later.values().forEach(m -> m.keySet().forEach(id -> waitingFor.merge(id, 1, Integer::sum)));
      PriorityQueue<String> ready =
          new PriorityQueue<>(Comparator.comparing(id -> places.getOrDefault(id, 0)));
      ids.stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::add);
      List<String> order = new ArrayList<>();
      while (!ready.isEmpty()) {
        String id = ready.remove();
        order.add(id);
        for (String next : later.getOrDefault(id, Map.of()).keySet()) {
          if (waitingFor.merge(next, -1, Integer::sum) == 0) {
            ready.add(next);
          }
        }
      }
      if (order.size() != ids.size()) {
        throw new IllegalStateException("units wait for each other: " + later);
      }
      return order;
    }

    private List<List<String>> groups() {
      Map<String, String> leader = new HashMap<>();
      ids.forEach(id -> leader.put(id, id));
      for (String id : ids) {
        for (String other : later.getOrDefault(id, Map.of()).keySet()) {
          String one = top(leader, id);
          String two = top(leader, other);
          leader.put(isBefore(one, two) ? two : one, isBefore(one, two) ? one : two);
        }
      }
      Map<String, List<String>> groups = new LinkedHashMap<>();
      for (String id : ids) {
        groups.computeIfAbsent(top(leader, id), key -> new ArrayList<>()).add(id);
      }
      List<List<String>> sorted = new ArrayList<>(groups.values());
      sorted.sort(Comparator.comparing((List<String> group) -> -group.size()));
      return sorted;
    }

    private static String top(Map<String, String> leader, String id) {
      String at = id;
      while (!at.equals(leader.getOrDefault(at, at))) {
        at = leader.getOrDefault(at, at);
      }
      return at;
    }

    private List<String> criticalPath(List<String> order) {
      Map<String, Integer> length = new HashMap<>();
      Map<String, String> next = new HashMap<>();
      String start = "";
      for (String id : order.reversed()) {
        int longest = 0;
        for (String after : later.getOrDefault(id, Map.of()).keySet()) {
          if (length.getOrDefault(after, 0) > longest) {
            longest = length.getOrDefault(after, 0);
            next.put(id, after);
          }
        }
        length.put(id, longest + 1);
        start = longest + 1 >= length.getOrDefault(start, 0) ? id : start;
      }
      List<String> path = new ArrayList<>();
      for (String at = start; at != null && !at.isEmpty(); at = next.get(at)) {
        path.add(at);
      }
      return Collections.unmodifiableList(path);
    }
  }
}
