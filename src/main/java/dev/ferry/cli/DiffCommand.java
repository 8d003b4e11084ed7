package dev.ferry.cli;

import dev.ferry.run.ModulePatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what the integration of one module changed. */
@Command(name = "diff", description = "the patch of an integrated module")
final class DiffCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "MODULE", description = "as its batch names it")
  private String module = "";

  DiffCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.data(new ModulePatch(context.workbench()).of(module));
    return ExitCode.DONE.number();
  }
}
