package dev.ferry.cli;

import dev.ferry.run.BatchRuns;
import dev.ferry.run.Board;
import dev.ferry.run.Instruments;
import dev.ferry.run.RowEnd;
import dev.ferry.run.RunOptions;
import dev.ferry.run.Workbench;
import dev.ferry.run.demo.Demo;
import dev.ferry.view.Console;
import dev.ferry.view.StatusText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows ferry at work, on a monorepo made on the spot. */
@Command(
    name = "demo",
    description = "make a sample monorepo and integrate all of it before your eyes")
final class DemoCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "where the sample is made; must be empty or missing (default: a new folder)")
  private @Nullable Path directory;

  DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    Path sample = sample();
    Instruments instruments = context.rooms().instruments(context.surroundings());
    new Demo(instruments.programs(), instruments.environment(), console::narrate).makeIn(sample);
    try (RunReporter reporter = new RunReporter(context);
        Workbench workbench = context.workbenchIn(sample);
        BatchRuns runs =
            BatchRuns.open(workbench, List.of(), new RunOptions(true, false, false, 1), reporter)) {
      List<RowEnd> ends = runs.run(false);
      reporter.close();
      int width = context.surroundings().terminal().width();
      int exit = new BatchWork(console).tell(ends, false, true, width);
      console.data("\n");
      Board.of(workbench, List.of())
          .batches()
          .forEach(batch -> console.data(StatusText.line(batch)));
      console.narrate("");
      console.narrate("look at it:  cd " + sample + " && git log --oneline --all --graph");
      console.narrate("             git show feat/integrate-labs-pricing-discount");
      return exit;
    }
  }

  private Path sample() {
    try {
      return directory == null
          ? Files.createTempDirectory("ferry-demo-")
          : context.surroundings().resolve(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
