package dev.ferry.cli;

import dev.ferry.config.Configured.InEffect;
import dev.ferry.model.Problem;
import dev.ferry.run.Diagnosis;
import dev.ferry.run.Diagnosis.Finding;
import dev.ferry.view.Console;
import dev.ferry.view.DoctorText;
import dev.ferry.view.SettingsText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says of everything that a run needs whether it is there. */
@Command(
    name = "doctor",
    description = "repository, git, environment, test runner, gates: found or how to mend")
final class DoctorCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", description = "print ferry.doctor/v1, with every setting")
  private boolean json;

  DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Finding> findings = Diagnosis.of(context.workbench());
    boolean ready = findings.stream().noneMatch(Finding::isMissing);
    List<InEffect> settings = context.workbench().configured().settings();
    Console console = context.console();
    DoctorText text = new DoctorText(console.messages(), console.outPalette());
    if (json) {
      List<Map.Entry<String, Problem>> pairs =
          findings.stream().map(each -> Map.entry(each.subject(), each.found())).toList();
      console.data(text.json(pairs, ready, settings));
    } else {
      findings.forEach(each -> console.data(text.render(each.subject(), each.found())));
      tellSettings(settings);
      console.narrate(ready ? "ready: `ferry next` may begin" : "not ready: see `missing` above");
    }
    return ready ? ExitCode.DONE.number() : ExitCode.ENVIRONMENT.number();
  }

  private void tellSettings(List<InEffect> settings) {
    Console console = context.console();
    if (context.options().verbose()) {
      int width = context.surroundings().terminal().width();
      console.data("\n" + new SettingsText(console.outPalette()).render(settings, width));
    }
  }
}
