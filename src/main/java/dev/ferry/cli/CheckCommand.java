package dev.ferry.cli;

import dev.ferry.batch.Findings;
import dev.ferry.run.BatchCheck;
import dev.ferry.view.Console;
import dev.ferry.view.ProblemJson;
import dev.ferry.view.ProblemText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells every problem of every row, before anything runs. */
@Command(
    name = "check",
    description = "every problem of every row of batches, before anything runs")
final class CheckCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "BATCH", arity = "0..*", description = "batch files; else as configured")
  private List<String> named = List.of();

  @Option(
      names = "--fix",
      description = "first write each batch in its tidy form: paths, repeated rows, line ends")
  private boolean fix;

  @Option(names = "--json", description = "print ferry.problems/v1")
  private boolean json;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    BatchCheck check = new BatchCheck(context.workbench(), named);
    Console console = context.console();
    if (fix) {
      tellChanges(check.mend());
    }
    BatchCheck.Checked checked = check.check();
    Findings findings = checked.findings();
    if (json) {
      console.data(ProblemJson.document(findings.shown(), findings.omitted(), console.messages()));
    } else {
      console.data(
          new ProblemText(console.messages(), console.outPalette()).render(findings.shown()));
      console.narrate(summary(checked));
    }
    return findings.hasErrors() ? ExitCode.of(findings.shown()).number() : ExitCode.DONE.number();
  }

  private void tellChanges(Findings changes) {
    Console console = context.console();
    console.tell(changes.shown());
    console.narrate(
        changes.notes() == 0
            ? "--fix: nothing to mend"
            : "--fix: " + ProblemText.tally(0, 0, changes.notes()).replace("note", "change"));
  }

  private static String summary(BatchCheck.Checked checked) {
    Findings findings = checked.findings();
    String tally = ProblemText.tally(findings.errors(), findings.warnings(), findings.notes());
    String omitted =
        findings.omitted() == 0 ? "" : " (" + findings.omitted() + " of them not listed)";
    return counted(checked.batches(), "batch", "batches")
        + ", "
        + counted(checked.rows(), "row", "rows")
        + ": "
        + (tally.isEmpty() ? "no problems" : tally + omitted);
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
