package dev.ferry.plan;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows go together: bindings that share a row make one group. */
final class RowGroups {
  private final Map<BatchRow, Group> groups = new HashMap<>();

  /**
   * Rows that go together.
   *
   * @param bindings all that hold them together
   */
  record Group(List<BatchRow> rows, List<Binding> bindings) {
    boolean isAsked() {
      return bindings.stream().anyMatch(Binding::isAsked);
    }

    List<Binding.Reason> reasons() {
      return bindings.stream().map(Binding::reason).distinct().toList();
    }
  }

  RowGroups(List<Batch> batches, List<Binding> bindings) {
    Map<BatchRow, BatchRow> leaders = new HashMap<>();
    for (Binding binding : bindings) {
      BatchRow first = top(leaders, binding.rows().getFirst());
      binding.rows().forEach(row -> leaders.put(top(leaders, row), first));
    }
    Map<BatchRow, Set<BatchRow>> members = new LinkedHashMap<>();
    for (Batch batch : batches) {
      for (BatchRow row : batch.rows()) {
        members.computeIfAbsent(top(leaders, row), key -> new LinkedHashSet<>()).add(row);
      }
    }
    Map<BatchRow, List<Binding>> holding = new HashMap<>();
    for (Binding binding : bindings) {
      holding
          .computeIfAbsent(top(leaders, binding.rows().getFirst()), key -> new ArrayList<>())
          .add(binding);
    }
    members.forEach(
        (leader, rows) -> {
          Group group =
              new Group(List.copyOf(rows), List.copyOf(holding.getOrDefault(leader, List.of())));
          rows.forEach(row -> groups.put(row, group));
        });
  }

  private static BatchRow top(Map<BatchRow, BatchRow> leaders, BatchRow row) {
    BatchRow at = row;
    for (BatchRow next = leaders.get(at); next != null && !next.equals(at); ) {
      at = next;
      next = leaders.get(at);
    }
    return at;
  }

  /** The group of a row: itself alone where nothing binds it. */
  Group of(BatchRow row) {
    return groups.getOrDefault(row, new Group(List.of(row), List.of()));
  }
}
