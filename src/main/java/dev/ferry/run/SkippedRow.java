package dev.ferry.run;

import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Decision;
import dev.ferry.ledger.Ledger;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import java.time.Instant;
import java.util.UUID;

/** A row that somebody left out, and why. */
public record SkippedRow(BatchRow row, String why) {
  /** Writes it as an attempt that tried nothing, so that whatever lists attempts lists it. */
  public void record(Ledger ledger, String session, ObjectId base, Instant now) {
    String id = UUID.randomUUID().toString();
    ledger.attemptStarted(new Attempt.Start(id, session, row.batch(), row.move(), base, now));
    ledger.attemptEnded(id, new Outcome.Skipped(Problem.of(Code.R060, row.move().module(), why)));
    ledger.decided(row.move().module(), Decision.Kind.SKIPPED, why);
  }
}
