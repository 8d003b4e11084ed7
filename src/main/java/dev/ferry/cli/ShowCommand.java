package dev.ferry.cli;

import dev.ferry.ledger.Attempt;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.ModuleNotes;
import dev.ferry.view.AttemptText;
import dev.ferry.view.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what was tried with one module. */
@Command(name = "show", description = "all that was tried with a module, the newest attempt fully")
final class ShowCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "MODULE", description = "as its batch names it")
  private String module = "";

  @Option(names = "--json", description = "print ferry.show/v1")
  private boolean json;

  ShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Attempt> attempts = context.workbench().ledger().attemptsAt(module);
    ModuleNotes notes = ModuleNotes.of(context.workbench(), module);
    if (attempts.isEmpty() && notes.decisions().isEmpty()) {
      throw new ProblemException(Problem.of(Code.R033, module));
    }
    Console console = context.console();
    AttemptText text =
        new AttemptText(console.messages(), console.outPalette(), context.workbench().zone());
    if (json) {
      console.data(text.showJson(attempts, notes.decisions()));
      return ExitCode.DONE.number();
    }
    if (!attempts.isEmpty()) {
      console.data(text.show(attempts.getLast()));
    }
    console.data(text.decisions(notes.decisions()));
    notes.held().ifPresent(why -> console.data(text.held(why)));
    if (attempts.size() > 1) {
      console.data("\nearlier attempts:\n");
      List<Attempt> earlier = attempts.subList(0, attempts.size() - 1).reversed();
      console.data(text.log(earlier, context.surroundings().terminal().width()));
    }
    return ExitCode.DONE.number();
  }
}
