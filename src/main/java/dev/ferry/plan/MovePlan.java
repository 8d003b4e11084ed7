package dev.ferry.plan;

import dev.ferry.facts.Shim;
import dev.ferry.model.Edit;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several moves, taken as one map, do to a tree.
 *
 * @param changes deletions first; empty where something is refused
 * @param edits by the path that the edited file has before the moves
 * @param refusals why nothing is done; empty where the plan can be carried out
 * @param notes what the reader should know: imports added or healed, strings left alone, hazards
 * @param renames moved files in path order
 * @param shims files that keep old names working
 */
public record MovePlan(
    List<Move> moves,
    List<TreeChange> changes,
    List<Edit> edits,
    List<Problem> refusals,
    List<Problem> notes,
    List<Rename> renames,
    List<Shim> shims) {
  public MovePlan {
    moves = List.copyOf(moves);
    changes = List.copyOf(changes);
    edits = List.copyOf(edits);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
    renames = List.copyOf(renames);
    shims = List.copyOf(shims);
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /** Where every moved file stands afterwards, by its path before, in path order. */
  public Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    renames.forEach(rename -> paths.put(rename.source(), rename.destination()));
    return paths;
  }

  /** This plan with more to tell. */
  public MovePlan telling(List<Problem> more) {
    List<Problem> all = new ArrayList<>(notes);
    all.addAll(more);
    return new MovePlan(moves, changes, edits, refusals, all, renames, shims);
  }

  static MovePlan refused(List<Move> moves, List<Problem> refusals, List<Problem> notes) {
    return new MovePlan(moves, List.of(), List.of(), refusals, notes, List.of(), List.of());
  }
}
