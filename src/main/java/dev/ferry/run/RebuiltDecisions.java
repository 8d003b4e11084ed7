package dev.ferry.run;

import dev.ferry.ledger.Ledger;
import dev.ferry.model.BatchRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people decided, as the files beside the batches show it. */
final class RebuiltDecisions {
  private final Workbench workbench;
  private final Map<BatchRow, String> skipped = new LinkedHashMap<>();

  RebuiltDecisions(Workbench workbench, List<OpenBatch> batches) {
    this.workbench = workbench;
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        if (!open.standing().containsKey(row)) {
          open.leftOut()
              .whySkipped(row)
              .ifPresent(why -> skipped.put(row, why.arguments().getLast()));
        }
      }
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
  }
}
