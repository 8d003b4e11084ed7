package dev.ferry.cli;

import dev.ferry.run.RepositorySetup;
import dev.ferry.view.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a commented configuration, and the Makefile's targets where asked for. */
@Command(name = "init", description = "write a commented ferry.yaml at the top of the checkout")
final class InitCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--makefile",
      description = "add the targets batch-status, batch-next and batch-next-NAME")
  private boolean makefile;

  @Option(names = "--force", description = "replace a ferry.yaml that is there")
  private boolean force;

  InitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    RepositorySetup setup = new RepositorySetup(context.workbench());
    // asked for the targets, a configuration that is there is what they are made from
    if (makefile && !force && setup.isConfigured()) {
      console.narrate("kept " + setup.configurationFile());
    } else {
      console.narrate("wrote " + setup.writeConfiguration(force));
    }
    if (makefile) {
      tell(setup.writeTargets());
    }
    console.narrate("next: `ferry doctor`, then `ferry check`");
    return ExitCode.DONE.number();
  }

  private void tell(RepositorySetup.Targets targets) {
    Console console = context.console();
    console.tell(targets.problems());
    List<String> names = targets.names();
    console.narrate(
        targets.changed()
            ? "wrote " + String.join(", ", names) + " to " + targets.file()
            : targets.file() + " has " + String.join(", ", names) + " already");
  }
}
