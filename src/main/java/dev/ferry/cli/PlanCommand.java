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
import dev.ferry.view.Console;
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

/** Writes the batches that a manifest comes to. */
@Command(name = "plan", description = "turn a manifest into batches (TSV)")
final class PlanCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "MANIFEST", description = "the manifest, JSON")
  private Path manifest = Path.of("");

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
