package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BatchRuns;
import dev.ferry.run.FailureClass;
import dev.ferry.run.Retry;
import dev.ferry.run.RowEnd;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works rows anew that failed. */
@Command(name = "retry", description = "work failed modules anew, or those that are named")
final class RetryCommand implements Callable<Integer> {
  /** What {@code --class} takes. */
  private enum Kind {
    INFRASTRUCTURE(FailureClass.INFRASTRUCTURE),
    GATE(FailureClass.GATE),
    CONFLICT(FailureClass.CONFLICT);

    private final FailureClass failures;

    Kind(FailureClass failures) {
      this.failures = failures;
    }
  }

  private final Context context;

  @Mixin private final RunSettings settings = new RunSettings();

  @Mixin private final Workers workers = new Workers();

  @Mixin private final FailureLimit failures = new FailureLimit();

  @Parameters(
      paramLabel = "MODULE",
      arity = "0..*",
      description = "work these, also where they are in quarantine")
  private List<String> modules = List.of();

  @Option(names = "--failed", description = "every module whose last attempt failed")
  private boolean failed;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "of those only: infrastructure, gate or conflict")
  private @Nullable Kind kind;

  @Option(names = "--batch", paramLabel = "FILE", description = "a batch; may be given again")
  private List<String> batch = List.of();

  RetryCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (failed != modules.isEmpty() || (kind != null && !failed)) {
      throw new ProblemException(Problem.of(Code.R070));
    }
    Retry retry =
        failed
            ? new Retry.Failed(Optional.ofNullable(kind).map(chosen -> chosen.failures))
            : new Retry.Named(modules);
    try (RunReporter reporter = new RunReporter(context);
        BatchRuns runs =
            settings.open(context, batch, workers.number(context), failures.most(), reporter)) {
      List<RowEnd> ends = runs.retry(retry);
      reporter.close();
      return new BatchWork(context.console())
          .tellRun(
              runs.stopped(ends), ends, settings.json(), context.surroundings().terminal().width());
    }
  }
}
