package dev.ferry.cli;

import dev.ferry.run.BatchRuns;
import dev.ferry.run.RowEnd;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Integrates one module. */
@Command(
    name = "next",
    description = "integrate one module, of the batch with fewest remaining unless --batch says")
final class NextCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final RunSettings settings = new RunSettings();

  @Option(names = "--batch", paramLabel = "FILE", description = "the batch to take it from")
  private List<String> batch = List.of();

  NextCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunReporter reporter = new RunReporter(context);
        BatchRuns runs = settings.open(context, batch, reporter)) {
      List<RowEnd> ends = runs.next();
      if (ends.isEmpty()) {
        context.console().narrate("nothing remains: see `ferry status`");
      }
      return new BatchWork(context.console()).tell(ends, settings.json(), false, 0);
    }
  }
}
