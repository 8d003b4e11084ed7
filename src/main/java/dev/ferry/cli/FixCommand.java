package dev.ferry.cli;

import dev.ferry.run.BatchRuns;
import dev.ferry.run.RowEnd;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands one failed module to the operator. */
@Command(
    name = "fix",
    description = "hand a module that a gate stopped to the operator, within limits")
final class FixCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final RunSettings settings = new RunSettings();

  @Parameters(index = "0", paramLabel = "MODULE", description = "as its batch names it")
  private String module = "";

  @Option(names = "--batch", paramLabel = "FILE", description = "the batch that it is in")
  private List<String> batch = List.of();

  @Option(names = "--again", description = "one attempt more than fix.attempts allows")
  private boolean again;

  FixCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunReporter reporter = new RunReporter(context);
        BatchRuns runs = settings.open(context, batch, reporter)) {
      List<RowEnd> ends = runs.fix(module, again);
      return new BatchWork(context.console()).tell(ends, settings.json(), false, 0);
    }
  }
}
