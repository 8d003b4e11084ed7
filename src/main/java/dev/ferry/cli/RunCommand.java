package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BatchRuns;
import dev.ferry.run.RowEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Integrates all that remains of batches. */
@Command(name = "run", description = "integrate all that remains of a batch, or of all with --all")
final class RunCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final RunSettings settings = new RunSettings();

  @Option(names = "--batch", paramLabel = "FILE", description = "a batch; may be given again")
  private List<String> batch = List.of();

  @Option(names = "--all", description = "every configured batch, one after the other")
  private boolean all;

  @Option(
      names = "--dry-run",
      description = "print the patch of every unit that a run would commit, and change nothing")
  private boolean dryRun;

  @Mixin private final Workers workers = new Workers();

  @Mixin private final FailureLimit failures = new FailureLimit();

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "write what happens to FILE as it happens, one JSON object a line")
  private @Nullable Path events;

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (all && !batch.isEmpty()) {
      throw new ProblemException(Problem.of(Code.U008));
    }
    if (dryRun) {
      return new DryRun(context).tell(batch);
    }
    try (RunReporter reporter = new RunReporter(context);
        EventFile heard = EventFile.of(context, events)) {
      boolean clean = new RestackBeforeRun(context).restack(heard.beside(reporter));
      int exit = run(reporter, heard);
      boolean onTime = exit == ExitCode.DONE.number() || exit == ExitCode.NOTHING_TO_DO.number();
      return !clean && onTime ? ExitCode.PART_FAILED.number() : exit;
    }
  }

  private int run(RunReporter reporter, EventFile heard) {
    try (BatchRuns runs =
        settings.open(
            context, batch, workers.number(context), failures.most(), heard.beside(reporter))) {
      boolean one = !all && batch.isEmpty();
      List<RowEnd> ends = runs.run(one);
      reporter.close();
      BatchWork work = new BatchWork(context.console());
      return work.tellRun(
          runs.stopped(ends), ends, settings.json(), context.surroundings().terminal().width());
    }
  }
}
