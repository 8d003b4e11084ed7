package dev.ferry.run.rebuild;

import dev.ferry.git.CommitText;
import dev.ferry.git.DoneJudge;
import dev.ferry.git.WithdrawalMarks;
import dev.ferry.ledger.Decision;
import dev.ferry.ledger.Ledger;
import dev.ferry.model.BatchRow;
import dev.ferry.model.ObjectId;
import dev.ferry.run.OpenBatch;
import dev.ferry.run.SkippedRow;
import dev.ferry.run.Workbench;
import dev.ferry.run.revert.BackwardMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people decided, as the files beside the batches and the commits show it: what was skipped,
 * what was moved back in the base or on a branch that waits to land, and what was withdrawn.
 */
final class RebuiltDecisions {
  private final Workbench workbench;
  private final Map<BatchRow, String> skipped = new LinkedHashMap<>();
  private final Map<String, String> reverted = new LinkedHashMap<>();

  RebuiltDecisions(Workbench workbench, List<OpenBatch> batches) {
    this.workbench = workbench;
    Set<String> untouched = new LinkedHashSet<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        if (!open.standing().containsKey(row)) {
          untouched.add(row.move().module());
        }
        if (!open.standing().containsKey(row)) {
          open.leftOut()
              .whySkipped(row)
              .ifPresent(why -> skipped.put(row, why.arguments().getLast()));
        }
      }
    }
    revertedBy(
        new DoneJudge(workbench.repository())
            .reverted(workbench.base().commit(), untouched)
            .values());
    revertedBy(workbench.repository().branches(BackwardMove.BRANCH.prefix()).values());
    new WithdrawalMarks(workbench.repository())
        .modules()
        .forEach(
            (module, why) -> {
              if (untouched.contains(module)) {
                reverted.putIfAbsent(module, why);
              }
            });
  }

  private void revertedBy(Collection<ObjectId> commits) {
    for (CommitText text : CommitText.of(workbench.repository(), new HashSet<>(commits)).values()) {
      String why = String.join(" ", text.values("Ferry-Why"));
      text.values(DoneJudge.REVERTS).forEach(module -> reverted.putIfAbsent(module, why));
    }
  }

  /** The modules that are left out, in the order of the batches. */
  List<String> skipped() {
    List<String> modules = new ArrayList<>();
    skipped.keySet().forEach(row -> modules.add(row.move().module()));
    return modules;
  }

  void write(Ledger ledger) {
    Instant now = workbench.instruments().clock().instant();
    skipped.forEach(
        (row, why) ->
            new SkippedRow(row, why)
                .record(ledger, LedgerRebuild.SESSION, workbench.base().commit(), now));
    reverted.forEach((module, why) -> ledger.decided(module, Decision.Kind.REVERTED, why));
  }
}
