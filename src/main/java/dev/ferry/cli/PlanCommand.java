package dev.ferry.cli;

import dev.ferry.batch.Complexity;
import dev.ferry.batch.Hours;
import dev.ferry.batch.ManifestPlan;
import dev.ferry.batch.ManifestPlan.PlannedBatch;
import dev.ferry.batch.ManifestReader;
import dev.ferry.batch.ManifestReading;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BatchSchedule;
import dev.ferry.view.Console;
import dev.ferry.view.ScheduleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the batches that a manifest comes to, or tells in which order batches are worked. */
@Command(
    name = "plan",
    description = "turn a manifest into batches (TSV); --explain: who waits for whom, and why")
final class PlanCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MANIFEST",
      description = "the manifest, JSON; not with --explain")
  private Path manifest = Path.of("");

  @Option(
      names = "--explain",
      description = "groups, order, the reason for each edge and the critical path of batches")
  private boolean explain;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "with --explain: a batch; may be given again")
  private List<String> batch = List.of();

  @Option(
      names = "--same-directory",
      description = "with --explain: moves into one directory wait for each other, too")
  private boolean sameDirectory;

  @Option(names = "--json", description = "with --explain: print ferry.plan/v1")
  private boolean json;

  @Option(names = "--dot", description = "with --explain: print a graph for Graphviz")
  private boolean dot;

  @Option(
      names = "--max-complexity",
      paramLabel = "LEVEL",
      description = "take modules up to this complexity: low (default), medium or high")
  private String complexity = Complexity.LOW.word();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the batches are written; without it only the plan is shown")
  private Path out = Path.of("");

  @Option(names = "--force", description = "replace batch files that hold something else")
  private boolean force;

  PlanCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (explain) {
      return explain();
    }
    if (manifest.toString().isEmpty()) {
      throw new ProblemException(Problem.of(Code.D001));
    }
    Complexity most =
        Complexity.of(complexity)
            .orElseThrow(() -> new ProblemException(Problem.of(Code.U004, complexity)));
    Path file = context.surroundings().resolve(manifest);
    ManifestReading reading = ManifestReader.read(file, manifest.toString());
    context.console().tell(reading.findings().shown());
    if (!reading.isWhole()) {
      return ExitCode.USAGE.number();
    }
    ManifestPlan plan = ManifestPlan.of(reading.manifest(), most);
    context.console().tell(plan.findings().shown());
    if (plan.findings().hasErrors()) {
      return ExitCode.USAGE.number();
    }
    if (plan.batches().isEmpty()) {
      context.console().tell(List.of(Problem.of(Code.U005, manifest.toString(), most.word())));
      return ExitCode.NOTHING_TO_DO.number();
    }
    if (!out.toString().isEmpty()) {
      write(plan);
    }
    show(plan, reading.manifest().effortHours());
    return ExitCode.DONE.number();
  }

  private int explain() {
    if (!manifest.toString().isEmpty()) {
      throw new ProblemException(Problem.of(Code.D002));
    }
    BatchSchedule planned = BatchSchedule.of(context.workbench(), batch, sameDirectory);
    context.console().tell(planned.blocked());
    if (json) {
      context.console().data(ScheduleText.json(planned.schedule()));
    } else if (dot) {
      context.console().data(ScheduleText.dot(planned.schedule()));
    } else {
      context.console().data(ScheduleText.text(planned.schedule()));
    }
    return planned.plan().units().isEmpty()
        ? ExitCode.NOTHING_TO_DO.number()
        : ExitCode.DONE.number();
  }

  /** All batches or none: every file is looked at before the first is written. */
  private void write(ManifestPlan plan) {
    Path directory = context.surroundings().resolve(out);
    try {
      Files.createDirectories(directory);
      for (PlannedBatch batch : plan.batches()) {
        Path file = directory.resolve(batch.fileName());
        boolean other =
            Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), batch.text());
        if (other && !force) {
          throw new ProblemException(Problem.of(Code.U006, file.toString()));
        }
      }
      for (PlannedBatch batch : plan.batches()) {
        Path beside = directory.resolve(".ferry-" + batch.fileName());
        Files.write(beside, batch.text());
        Files.move(
            beside,
            directory.resolve(batch.fileName()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.U007, directory.toString(), String.valueOf(e.getMessage())));
    }
  }

  private void show(ManifestPlan plan, double allHours) {
    Console console = context.console();
    for (PlannedBatch batch : plan.batches()) {
      console.data(
          String.format(
              "%-24s | modules:%4d  hours:%6s",
              batch.fileName(), batch.moves().size(), Hours.text(batch.effortHours())));
    }
    console.narrate(
        String.format(
            "%d modules, %s of the manifest's %s hours",
            plan.modules(), Hours.text(plan.effortHours()), Hours.text(allHours)));
  }
}
