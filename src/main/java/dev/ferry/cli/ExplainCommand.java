package dev.ferry.cli;

import dev.ferry.formats.NearestWord;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.view.ExplainText;
import dev.ferry.view.GateGuide;
import dev.ferry.view.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells more about one code, or about a gate. */
@Command(
    name = "explain",
    description = "what a code such as FRY-B004 means, and the mend; what a gate asks",
    footer = {
      "",
      "Examples:",
      "  ferry explain FRY-T004",
      "  ferry explain smoke         what a gate counts, and compares with base"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "CODE|GATE",
      description = "for example FRY-B004 or B004, or the name of a gate")
  private String typed = "";

  ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    GateGuide gates = GateGuide.load();
    Optional<String> told =
        Messages.codeOf(typed)
            .map(new ExplainText(context.console().messages())::render)
            .or(() -> gates.render(typed.strip()));
    if (told.isEmpty()) {
      List<String> arguments = new ArrayList<>(List.of(typed, String.join(", ", gates.gates())));
      NearestWord.to(typed, gates.gates()).ifPresent(arguments::add);
      Problem unknown = Problem.of(Code.U003, arguments.toArray(String[]::new));
      context.console().tell(List.of(unknown));
      return ExitCode.USAGE.number();
    }
    context.console().data(told.get());
    return ExitCode.DONE.number();
  }
}
