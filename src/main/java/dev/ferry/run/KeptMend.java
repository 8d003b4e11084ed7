package dev.ferry.run;

import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the operator had changed in a unit's commit, as it applies to the commit derived again.
 *
 * @param changes to be made after ferry's own
 * @param trailers which tell the operator's turns in the commit's message
 * @param notes that it was kept, or that it does not apply
 */
public record KeptMend(List<TreeChange> changes, List<String> trailers, List<Problem> notes) {
  /** Nobody mended anything. */
  public static final KeptMend NONE = new KeptMend(List.of(), List.of(), List.of());

  public KeptMend {
    changes = List.copyOf(changes);
    trailers = List.copyOf(trailers);
    notes = List.copyOf(notes);
  }

  /** It does not apply any more. */
  public static KeptMend lost(Problem why) {
    return new KeptMend(List.of(), List.of(), List.of(why));
  }

  Set<String> paths() {
    return changes.stream().map(TreeChange::path).collect(Collectors.toSet());
  }

  /** A unit's changes with these in the place of those at the same paths. */
  public List<TreeChange> after(List<TreeChange> own) {
    Set<String> paths = paths();
    List<TreeChange> all = new ArrayList<>();
    own.stream().filter(change -> !paths.contains(change.path())).forEach(all::add);
    all.addAll(changes);
    return all;
  }
}
