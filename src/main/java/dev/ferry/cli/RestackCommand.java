package dev.ferry.cli;

import dev.ferry.run.restack.Restack;
import dev.ferry.run.restack.RestackEnd;
import dev.ferry.view.Console;
import dev.ferry.view.RestackRow;
import dev.ferry.view.RestackText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Derives open branches again where the base has moved on. */
@Command(
    name = "restack",
    description = "derive open branches again that would not merge well into the base of today")
final class RestackCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "MODULE",
      arity = "0..*",
      description = "the branches of these, and what they stand on; else all")
  private List<String> modules = List.of();

  @Option(names = "--dry-run", description = "say what would be done, and change nothing")
  private boolean dryRun;

  @Option(names = "--all-gates", description = "judge every gate, also after one that blocks")
  private boolean allGates;

  @Option(names = "--json", description = "print ferry.restack/v1")
  private boolean json;

  RestackCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    List<RestackEnd> ends;
    Restack restack;
    try (RunReporter reporter = new RunReporter(context)) {
      restack =
          new Restack(
              context.workbench(), new Restack.Options(dryRun, allGates), reporter, this::heard);
      ends = modules.isEmpty() ? restack.all() : restack.only(modules);
    }
    List<RestackRow> rows = ends.stream().map(RestackWords::row).toList();
    if (json) {
      RestackText text = new RestackText(console.messages(), console.outPalette());
      console.data(text.json(rows, restack.base(), restack.commit()));
    }
    if (ends.isEmpty()) {
      console.narrate("nothing to derive again: no open branch is behind " + restack.base());
      return ExitCode.NOTHING_TO_DO.number();
    }
    boolean stopped = ends.stream().anyMatch(end -> end.kind() == RestackEnd.Kind.STOPPED);
    return (stopped ? ExitCode.PART_FAILED : ExitCode.DONE).number();
  }

  private void heard(RestackEnd end) {
    Console console = context.console();
    RestackRow row = RestackWords.row(end);
    if (!json) {
      console.data(new RestackText(console.messages(), console.outPalette()).sentence(row));
    }
    if (RestackWords.asksForSomebody(end.kind())) {
      RestackText text = new RestackText(console.messages(), console.errPalette());
      console.warn(row.told().severity(), json ? text.mended(row) : text.mend(row));
    }
  }
}
