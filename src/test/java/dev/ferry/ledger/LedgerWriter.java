package dev.ferry.ledger;

import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * A process of its own that records attempts until it is killed, and prints what was acknowledged.
 */
final class LedgerWriter {
  private LedgerWriter() {}

  public static void main(String[] arguments) {
    SqliteLedger ledger = SqliteLedger.open(Path.of(arguments[0]), Clock.systemUTC(), told -> {});
    for (int i = 0; ; i++) {
      String id = arguments[1] + i;
      ledger.attemptStarted(
          new Attempt.Start(
              id,
              arguments[1],
              "batch.tsv",
              new Move("labs.m" + i, "labs/m" + i + ".py", "core/m" + i + ".py"),
              new ObjectId("0".repeat(40)),
              Instant.EPOCH));
      System.out.println(id);
      System.out.flush();
    }
  }
}
