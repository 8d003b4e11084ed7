package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.run.SkippedRows;
import dev.ferry.view.Console;
import dev.ferry.view.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Leaves a module out, or takes it back in. */
@Command(name = "skip", description = "leave a module out, with a reason; --undo takes it back in")
final class SkipCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "MODULE", description = "as its batch names it")
  private String module = "";

  @Mixin private final Reason why = new Reason();

  @Option(names = "--undo", description = "take it back in")
  private boolean undo;

  @Option(names = "--batch", paramLabel = "FILE", description = "the batch that it is in")
  private List<String> batch = List.of();

  @Option(names = "--json", description = "print ferry.skip/v1")
  private boolean json;

  SkipCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    SkippedRows rows = new SkippedRows(context.workbench(), batch);
    SkippedRows.Written written =
        undo ? rows.undo(module, why.orNone()) : rows.skip(module, why.required("skip"));
    Console console = context.console();
    if (json) {
      console.data(document(written));
    } else {
      console.data(undo ? module + " is taken back in" : module + " is skipped");
    }
    if (written.isTracked()) {
      console.narrate("commit " + written.file() + " with its batch, so that it holds for all");
    }
    written
        .doneFile()
        .ifPresent(file -> console.tell(List.of(Problem.of(Code.R077, module, file))));
    return ExitCode.DONE.number();
  }

  private String document(SkippedRows.Written written) {
    return Json.document("ferry.skip/v1")
        .text("module", module)
        .text("result", undo ? "taken in" : "skipped")
        .text("why", why.orNone())
        .text("file", written.file())
        .truth("toCommit", written.isTracked())
        .textOrNull("doneFile", written.doneFile().orElse(null))
        .end();
  }
}
