package dev.ferry.plan;

import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Unit;
import dev.ferry.plan.Plan.PlannedUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans whole batches: each row a unit of its own, derived from the base; where a module stands in
 * the way of a package, a unit that makes it the package comes first, once, and the rows behind it
 * are derived from the tree that it leaves (rule 20). Rows that are bound make one unit.
 */
public final class BatchPlanner {
  private final ModuleLayout layout;
  private final MovePlanner planner;

  public BatchPlanner(ModuleLayout layout, MovePlanner planner) {
    this.layout = layout;
    this.planner = planner;
  }

  /** Plans batches of which no rows are bound together. */
  public Plan plan(Snapshot base, List<Batch> batches, MoveOptions options) {
    return plan(base, batches, options, List.of());
  }

  /**
   * Plans batches.
   *
   * @param bindings rows of these batches that move in one commit. Where they cannot all be moved,
   *     those that the user wants together stay together, unmoved; others are planned one by one
   */
  public Plan plan(
      Snapshot base, List<Batch> batches, MoveOptions options, List<Binding> bindings) {
    Planning planning = new Planning(base, options, new RowGroups(batches, bindings));
    bindings.forEach(planning::makeWay);
    planning.planAhead(batches);
    for (Batch batch : batches) {
      batch.rows().forEach(planning::add);
    }
    return new Plan(planning.rows, planning.units, planning.bound);
  }

  /**
   * A unit that prepares the way.
   *
   * @param below those that it stands on, the lowest first
   * @param after the tree that it leaves
   */
  private record Preparation(PlannedUnit unit, List<Preparation> below, Snapshot after) {}

  /** One run of the planner. */
  private final class Planning {
    private final Snapshot base;
    private final MoveOptions options;
    private final List<RowPlan> rows = new ArrayList<>();
    private final List<PlannedUnit> units = new ArrayList<>();
    private final List<Plan.Bound> bound = new ArrayList<>();
    private final RowGroups groups;

    /** Ids of the preparations among the units. */
    private final Set<String> made = new HashSet<>();

    /** By the source of the module that stands in the way. */
    private final Map<String, Preparation> preparations = new LinkedHashMap<>();

    /** Rows that were planned with one before them. */
    private final Map<BatchRow, RowPlan> planned = new HashMap<>();

    /** The plans of rows that go with no other. */
    private Map<Asked, MovePlan> ahead = Map.of();

    /** One move in the tree that it starts from. */
    private record Asked(Snapshot start, Move move) {}

    Planning(Snapshot base, MoveOptions options, RowGroups groups) {
      this.base = base;
      this.options = options;
      this.groups = groups;
    }

    /**
     * Most rows have nothing to do with each other, and most of the time goes into them. What makes
     * way for them is planned before, in the order of the rows.
     */
    void planAhead(List<Batch> batches) {
      List<Asked> asked = new ArrayList<>();
      for (Batch batch : batches) {
        for (BatchRow row : batch.rows()) {
          if (groups.of(row).rows().size() == 1 && unmoved(row).isEmpty()) {
            Ways ways = ways(List.of(row));
            if (ways.refusal().isEmpty()) {
              asked.add(new Asked(ways.start(), row.move()));
            }
          }
        }
      }
      ahead =
          asked.stream()
              .distinct()
              .parallel()
              .collect(
                  Collectors.toConcurrentMap(
                      each -> each,
                      each -> planner.plan(each.start(), List.of(each.move()), options)));
    }

    /**
     * What makes way for rows that go together is stacked; who needs a part of it stands on all.
     */
    void makeWay(Binding binding) {
      ways(groups.of(binding.rows().getFirst()).rows());
    }

    void add(BatchRow row) {
      RowPlan known = planned.get(row);
      if (known == null) {
        known = plan(row);
      }
      rows.add(known);
    }

    private RowPlan plan(BatchRow row) {
      RowGroups.Group group = groups.of(row);
      List<BatchRow> moving =
          group.rows().stream().filter(each -> unmoved(each).isEmpty()).toList();
      Optional<RowPlan> unmoved = unmoved(row);
      if (unmoved.isPresent()) {
        return unmoved.get();
      }
      if (moving.size() > 1) {
        planTogether(group, moving);
      }
      RowPlan known = planned.get(row);
      return known == null ? planAlone(row) : known;
    }

    /** What becomes of a row that needs no move; nothing where it needs one. */
    private Optional<RowPlan> unmoved(BatchRow row) {
      Move move = row.move();
      boolean there = stands(move.source());
      if (move.isInPlace() && there) {
        return Optional.of(new RowPlan.InPlace(row));
      }
      return !there && stands(move.destination())
          ? Optional.of(
              new RowPlan.Blocked(row, Problem.of(Code.R001, move.destination(), move.source())))
          : Optional.empty();
    }

    private boolean stands(String path) {
      return base.listing().containsFile(path) || base.listing().containsDirectory(path);
    }

    private RowPlan planAlone(BatchRow row) {
      Attempt attempt = attempt(List.of(row));
      return attempt.refusal().isPresent()
          ? new RowPlan.Blocked(row, attempt.refusal().get())
          : new RowPlan.Movable(row, take(attempt));
    }

    /** Notes what becomes of all of them, or nothing where each is to be planned alone. */
    private void planTogether(RowGroups.Group group, List<BatchRow> moving) {
      Attempt attempt = attempt(moving);
      if (attempt.refusal().isEmpty()) {
        Unit unit = take(attempt);
        moving.forEach(row -> planned.put(row, new RowPlan.Movable(row, unit)));
        List<String> modules = moving.stream().map(row -> row.move().module()).toList();
        bound.add(new Plan.Bound(unit.id(), modules, group.reasons()));
      } else if (group.isAsked()) {
        blockTogether(moving, attempt.refusal().get());
      }
    }

    /** Each is blocked by its own reason where it has one, else by the first that has. */
    private void blockTogether(List<BatchRow> rows, Problem together) {
      Map<BatchRow, Problem> own = new LinkedHashMap<>();
      for (BatchRow row : rows) {
        attempt(List.of(row)).refusal().ifPresent(problem -> own.put(row, problem));
      }
      for (BatchRow row : rows) {
        Problem why =
            own.isEmpty()
                ? together
                : Problem.of(
                    Code.R084, row.move().module(), own.keySet().iterator().next().move().module());
        planned.put(row, new RowPlan.Blocked(row, own.getOrDefault(row, why)));
      }
    }

    /**
     * A unit that is tried.
     *
     * @param refusal why it cannot be; nothing where it can
     */
    private record Attempt(
        List<BatchRow> rows, Ways ways, Optional<MovePlan> moves, Optional<Problem> refusal) {}

    private Attempt attempt(List<BatchRow> rows) {
      Ways ways = ways(rows);
      if (ways.refusal().isPresent()) {
        return new Attempt(rows, ways, Optional.empty(), ways.refusal());
      }
      List<Move> moves = rows.stream().map(BatchRow::move).toList();
      MovePlan known =
          moves.size() == 1 ? ahead.get(new Asked(ways.start(), moves.getFirst())) : null;
      MovePlan plan = known == null ? planner.plan(ways.start(), moves, options) : known;
      return new Attempt(rows, ways, Optional.of(plan), plan.refusals().stream().findFirst());
    }

    /**
     * What has to make way for rows.
     *
     * @param chain each stands on the one before it
     * @param start the tree that the last one leaves
     * @param refusal why they cannot make way; nothing where they can
     */
    private record Ways(List<Preparation> chain, Snapshot start, Optional<Problem> refusal) {
      List<String> ids() {
        return idsOf(chain);
      }
    }

    private static List<String> idsOf(List<Preparation> chain) {
      return chain.stream().map(way -> way.unit().unit().id()).toList();
    }

    private Ways ways(List<BatchRow> rows) {
      Ways ways = new Ways(List.of(), base, Optional.empty());
      for (BatchRow row : rows) {
        Move move = row.move();
        Optional<Move> way =
            stands(move.source()) ? inTheWay(ways.start(), move) : Optional.empty();
        while (way.isPresent() && ways.refusal().isEmpty()) {
          ways = with(ways, way.get(), rows);
          way = inTheWay(ways.start(), move);
        }
      }
      return ways;
    }

    /** A commit has one parent: it cannot stand on two branches that know nothing of each other. */
    private Ways with(Ways below, Move way, List<BatchRow> rows) {
      Preparation next = prepare(below, way);
      MovePlan plan = next.unit().moves();
      Optional<Problem> refusal = plan.refusals().stream().findFirst();
      List<Preparation> chain = new ArrayList<>(next.below());
      if (Collections.indexOfSubList(idsOf(chain), below.ids()) != 0) {
        String module = rows.getFirst().move().module();
        String standsOn = below.ids().getLast();
        refusal = Optional.of(Problem.of(Code.R085, module, standsOn, way.module()));
      }
      chain.add(next);
      return new Ways(List.copyOf(chain), next.after(), refusal);
    }

    private Unit take(Attempt attempt) {
      for (Preparation way : attempt.ways().chain()) {
        if (made.add(way.unit().unit().id())) {
          units.add(way.unit());
        }
      }
      List<Move> moves = attempt.rows().stream().map(BatchRow::move).toList();
      String id = moves.getFirst().module();
      Unit unit = new Unit(id, Unit.Kind.ROWS, moves, attempt.ways().ids());
      units.add(new PlannedUnit(unit, attempt.moves().orElseThrow()));
      return unit;
    }

    private Optional<Move> inTheWay(Snapshot snapshot, Move move) {
      return layout.moduleInTheWay(snapshot.listing(), snapshot.modules(), move.destination());
    }

    private Preparation prepare(Ways below, Move way) {
      Preparation known = preparations.get(way.source());
      if (known == null) {
        MovePlan plan = planner.plan(below.start(), List.of(way), options);
        Unit unit = new Unit(way.module(), Unit.Kind.PREPARATION, List.of(way), below.ids());
        known =
            new Preparation(
                new PlannedUnit(unit, plan), below.chain(), planner.after(below.start(), plan));
        preparations.put(way.source(), known);
      }
      return known;
    }
  }
}
