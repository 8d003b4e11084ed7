package dev.ferry.run;

import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;
import dev.ferry.plan.RowPlan;
import dev.ferry.plan.safety.Dispatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works rows of batches: one after the other in the order of their files, or many at once. What a
 * row stands on is worked before it, once. For one thread.
 */
final class Campaign {
  private final List<OpenBatch> batches;
  private final Map<BatchRow, RowPlan> rows = new LinkedHashMap<>();
  private final UnitWork work;
  private final List<UnitWorker> workers;
  private final RunOptions options;
  private final RunBudget budget;
  private final Progress progress;

  /**
   * @param workers how many there are is how many units are worked at the same time
   */
  Campaign(
      List<OpenBatch> batches,
      List<RowPlan> planned,
      UnitWork work,
      List<UnitWorker> workers,
      RunOptions options,
      RunBudget budget,
      Progress progress) {
    this.batches = batches;
    this.work = work;
    this.workers = List.copyOf(workers);
    this.options = options;
    this.budget = budget;
    this.progress = progress;
    planned.forEach(row -> rows.put(row.row(), row));
  }

  /**
   * Works rows until one is integrated or verified; those on the way that cannot be moved are told.
   * A row that fails ends it, unless the run keeps going.
   */
  List<RowEnd> next() {
    List<RowEnd> ends = new ArrayList<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.remaining()) {
        if (ends.stream().anyMatch(known -> known.row().equals(row))) {
          continue;
        }
        RowEnd end = work(open, row);
        ends.add(end);
        ends.addAll(companions(open, row));
        boolean failed = end.outcome() instanceof Outcome.Failed;
        if (end.isFinished() || (failed && !options.keepGoing())) {
          return ends;
        }
      }
    }
    return ends;
  }

  /** Works one row, and before it what it stands on. */
  List<RowEnd> only(BatchRow row) {
    OpenBatch open =
        batches.stream()
            .filter(each -> each.batch().rows().contains(row))
            .findFirst()
            .orElseThrow();
    List<RowEnd> ends = new ArrayList<>(List.of(work(open, row)));
    ends.addAll(companions(open, row));
    return ends;
  }

  /** The other rows of the same unit end as it did. */
  private List<RowEnd> companions(OpenBatch open, BatchRow row) {
    if (!(rowPlan(row) instanceof RowPlan.Movable(BatchRow _, Unit unit))
        || unit.moves().size() == 1) {
      return List.of();
    }
    return open.remaining().stream()
        .filter(other -> !other.equals(row))
        .filter(
            other ->
                rowPlan(other) instanceof RowPlan.Movable(BatchRow _, Unit same)
                    && same.id().equals(unit.id()))
        .map(other -> work(open, other))
        .toList();
  }

  /**
   * Works every row, to the end or until the budget is spent; says of every row how it stands that
   * was worked or needs no work.
   */
  List<RowEnd> all() {
    List<RowEnd> ends = new ArrayList<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        Optional<RowEnd> settled = settled(open, row);
        if (settled.isEmpty() && budget.isSpent() && !isWorked(row)) {
          continue;
        }
        ends.add(settled.orElseGet(() -> work(open, row)));
      }
    }
    return ends;
  }

  /**
   * The same by all workers at once. After a failure that ends the run, nothing more begins and
   * what has begun is brought to its end.
   *
   * @param dispatcher says which units may begin
   * @return in the order of the rows; those that were not begun are left out
   */
  List<RowEnd> allAtOnce(Dispatcher dispatcher) {
    AllRows all = new AllRows();
    batches.forEach(open -> open.batch().rows().forEach(row -> all.begin(open, row)));
    new Crew(dispatcher, work, all::ended).work(workers);
    return all.ends();
  }

  /**
   * The same as one stack, of which groups are judged together.
   *
   * @param order of the units, each after those that it stands on
   */
  List<RowEnd> allAsStack(List<String> order, int largestGroup) {
    AllRows all = new AllRows();
    batches.forEach(open -> open.batch().rows().forEach(row -> all.begin(open, row)));
    List<String> open = order.stream().filter(unit -> work.endOf(unit).isEmpty()).toList();
    new StackRun(workers.getFirst().tools(), work, largestGroup, all::ended).work(open);
    return all.ends();
  }

  /** Whether the row's unit has ended, with another row of it. */
  private boolean isWorked(BatchRow row) {
    return rowPlan(row) instanceof RowPlan.Movable(BatchRow _, Unit unit)
        && work.endOf(unit.id()).isPresent();
  }

  private static Optional<RowEnd> settled(OpenBatch open, BatchRow row) {
    return open.settled(row).map(known -> new RowEnd(row, known, List.of(), false));
  }

  private RowEnd work(OpenBatch open, BatchRow row) {
    return ended(
        open,
        row,
        switch (rowPlan(row)) {
          case RowPlan.InPlace _, RowPlan.Blocked _ -> unmoved(rowPlan(row));
          case RowPlan.Movable(BatchRow _, Unit unit) -> {
            UnitEnd end = work.work(unit.id(), workers.getFirst());
            budget.count(unit.id(), end.outcome());
            yield end;
          }
        });
  }

  private static UnitEnd unmoved(RowPlan plan) {
    return switch (plan) {
      case RowPlan.InPlace _ -> new UnitEnd(new Outcome.InPlace(), List.of());
      case RowPlan.Blocked(BatchRow row, Problem why) -> new UnitEnd(blocked(row, why), List.of());
      case RowPlan.Movable movable -> throw new IllegalArgumentException("moves: " + movable);
    };
  }

  private RowEnd ended(OpenBatch open, BatchRow row, UnitEnd unit) {
    RowEnd end = new RowEnd(row, unit.outcome(), unit.gates(), true);
    if (end.isFinished()) {
      open.finished().add(row);
    }
    progress.ended(row.move().module(), unit.outcome());
    return end;
  }

  private RowPlan rowPlan(BatchRow row) {
    RowPlan plan = rows.get(row);
    if (plan == null) {
      throw new IllegalStateException("a row that was not planned: " + row);
    }
    return plan;
  }

  /** A row that somebody moved already is no row to mend. */
  private static Outcome blocked(BatchRow row, Problem why) {
    Problem placed =
        why.file() == null
            ? Problem.at(
                row.batch(), row.line(), why.code(), why.arguments().toArray(String[]::new))
            : why;
    return why.code() == Code.R001 ? new Outcome.Skipped(placed) : new Outcome.Blocked(placed);
  }

  /** How the rows of a run stand that end in any order. */
  private final class AllRows {
    private final Map<BatchRow, RowEnd> ends = new LinkedHashMap<>();
    private final Map<String, Map<BatchRow, OpenBatch>> waiting = new LinkedHashMap<>();

    /** A row that moves nothing ends at once. */
    void begin(OpenBatch open, BatchRow row) {
      Optional<RowEnd> settled = settled(open, row);
      if (settled.isPresent()) {
        ends.put(row, settled.get());
        return;
      }
      switch (rowPlan(row)) {
        case RowPlan.InPlace plan -> ends.put(row, Campaign.this.ended(open, row, unmoved(plan)));
        case RowPlan.Blocked plan -> ends.put(row, Campaign.this.ended(open, row, unmoved(plan)));
        case RowPlan.Movable(BatchRow _, Unit unit) ->
            waiting.computeIfAbsent(unit.id(), id -> new LinkedHashMap<>()).put(row, open);
      }
    }

    /** Whether the run goes on. */
    boolean ended(String unit, UnitEnd end) {
      waiting
          .getOrDefault(unit, Map.of())
          .forEach((row, open) -> ends.put(row, Campaign.this.ended(open, row, end)));
      budget.count(unit, end.outcome());
      return !budget.isSpent();
    }

    List<RowEnd> ends() {
      List<RowEnd> inOrder = new ArrayList<>();
      for (OpenBatch open : batches) {
        for (BatchRow row : open.batch().rows()) {
          RowEnd end = ends.get(row);
          if (end != null) {
            inOrder.add(end);
          }
        }
      }
      return inOrder;
    }
  }
}
