package dev.ferry.view;

import dev.ferry.batch.BatchProgress;
import java.util.List;
import java.util.Locale;

/** The dashboard: one line a batch, in the format that other scripts of the users read. */
public final class StatusText {
  private StatusText() {}

  /** The line to the letter: no colours, no truncation. */
  public static String line(BatchProgress batch) {
    return String.format(
        Locale.ROOT,
        "%-24s | total:%3d  done:%3d  rem:%3d  next:%s",
        Printable.line(batch.name()),
        batch.total(),
        batch.done(),
        batch.remaining(),
        Printable.line(batch.next().orElse("")));
  }

  /** The line of a batch file that is not there. */
  public static String missing(String name) {
    return String.format(Locale.ROOT, "%-24s | (missing)", Printable.line(name));
  }

  /** {@code ferry.status/v1}. */
  public static String json(List<BatchProgress> batches) {
    Json json = Json.document("ferry.status/v1");
    json.array(
        "batches",
        batches,
        (each, batch) ->
            each.text("name", batch.name())
                .number("total", batch.total())
                .number("done", batch.done())
                .number("remaining", batch.remaining())
                .textOrNull("next", batch.next().orElse(null))
                .number("skipped", batch.left().skipped())
                .texts("held", batch.left().held()));
    json.number("total", batches.stream().mapToLong(BatchProgress::total).sum());
    json.number("done", batches.stream().mapToLong(BatchProgress::done).sum());
    json.number("remaining", batches.stream().mapToLong(BatchProgress::remaining).sum());
    return json.end();
  }
}
