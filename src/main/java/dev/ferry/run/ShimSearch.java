package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.git.WorkTree;
import dev.ferry.model.ObjectId;
import dev.ferry.plan.StandingShim;
import dev.ferry.plan.StandingShims;
import java.util.List;
import java.util.Optional;

/** Finds the shims of the checkout as it stands, or of a commit. */
public final class ShimSearch {
  private final Workbench workbench;

  public ShimSearch(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * @param commit nothing for the checkout
   * @throws dev.ferry.model.ProblemException where there is no such commit
   */
  public List<StandingShim> in(Optional<String> commit) {
    ObjectId base = workbench.repository().base(commit.orElse("HEAD")).commit();
    Snapshot snapshot = workbench.snapshot(base);
    Snapshot searched =
        commit.isPresent()
            ? snapshot
            : snapshot.after(
                WorkTree.of(workbench.repository())
                    .map(WorkTree::changesSinceHead)
                    .orElseGet(List::of));
    return StandingShims.in(searched).find();
  }
}
