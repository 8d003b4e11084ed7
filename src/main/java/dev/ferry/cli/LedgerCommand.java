package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.run.rebuild.LedgerRebuild;
import dev.ferry.view.Console;
import dev.ferry.view.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks after the ledger itself. */
@Command(name = "ledger", description = "the record of attempts: `ferry ledger rebuild`")
final class LedgerCommand implements Runnable {
  private final Context context;
  @Spec private CommandSpec spec = CommandSpec.create();

  LedgerCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "says what to do with the ledger: rebuild");
  }

  @Command(
      name = "rebuild",
      description = "write it anew from git alone, compare, and set the former one aside")
  int rebuild(@Option(names = "--json", description = "print ferry.ledger/v1") boolean json) {
    LedgerRebuild.Result result = new LedgerRebuild(context.workbench()).rebuild();
    Console console = context.console();
    if (json) {
      console.data(json(result));
    } else {
      console.data(
          result.integrated().size()
              + " integrated, "
              + result.unattributed().size()
              + " landed unattributed"
              + (result.skipped().isEmpty() ? "" : ", " + result.skipped().size() + " skipped"));
    }
    List<Problem> told = new ArrayList<>(result.differences());
    result.unattributed().forEach(module -> told.add(Problem.of(Code.L035, module)));
    console.tell(told);
    console.narrate(
        result
            .aside()
            .map(Path::toString)
            .map(aside -> "the former ledger is kept as " + aside)
            .orElse("there was no ledger before"));
    return ExitCode.DONE.number();
  }

  private static String json(LedgerRebuild.Result result) {
    Json json = Json.document("ferry.ledger/v1");
    json.array(
        "integrated",
        result.integrated().entrySet(),
        (each, module) -> {
          Integrated standing = module.getValue();
          each.text("module", module.getKey())
              .text("branch", standing.branch())
              .text("commit", standing.commit().hex());
        });
    json.texts("unattributed", result.unattributed());
    json.texts("skipped", result.skipped());
    json.texts(
        "differences", result.differences().stream().map(problem -> problem.code().id()).toList());
    json.textOrNull("aside", result.aside().map(Path::toString).orElse(null));
    return json.end();
  }
}
