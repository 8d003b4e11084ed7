package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.run.revert.Reversal;
import dev.ferry.run.revert.Reversal.Reverted;
import dev.ferry.view.Console;
import dev.ferry.view.Json;
import dev.ferry.view.ProblemJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an integrated module back. */
@Command(
    name = "revert",
    description = "take a module back: withdraw its branch, or move it back where the base has it")
final class RevertCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "MODULE", description = "as its batch names it")
  private String module = "";

  @Mixin private final Reason why = new Reason();

  @Option(names = "--batch", paramLabel = "FILE", description = "the batch that it is in")
  private List<String> batch = List.of();

  @Option(names = "--json", description = "print ferry.revert/v1")
  private boolean json;

  RevertCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String reason = why.required("revert");
    try (RunReporter reporter = new RunReporter(context)) {
      Reverted reverted = new Reversal(context.workbench(), batch, reporter).revert(module, reason);
      reporter.close();
      return tell(reverted).number();
    }
  }

  private ExitCode tell(Reverted reverted) {
    return switch (reverted) {
      case Reverted.Withdrawn(String branch, ObjectId commit, Optional<String> doneFile) -> {
        Console console = context.console();
        if (json) {
          console.data(document("withdrawn", branch, commit, doneFile).end());
        } else {
          console.data(module + " is reverted: the branch " + branch + " is withdrawn");
        }
        console.narrate(
            "it held "
                + commit.hex()
                + "; runs leave the module out until `ferry retry "
                + module
                + "`");
        doneFile.ifPresent(file -> console.tell(List.of(Problem.of(Code.R077, module, file))));
        yield ExitCode.DONE;
      }
      case Reverted.MovedBack moved -> tell(moved);
    };
  }

  private ExitCode tell(Reverted.MovedBack moved) {
    Console console = context.console();
    if (moved.end() instanceof Outcome.Failed(Step _, Problem reason)) {
      if (json) {
        Json document = head("stopped").textOrNull("branch", null).textOrNull("commit", null);
        ProblemJson.write(document, "stopped", reason, console.messages());
        console.data(document.end());
      }
      console.tell(List.of(reason));
      return ExitCode.of(List.of(reason));
    }
    if (moved.end() instanceof Outcome.Integrated(String branch, ObjectId commit)) {
      if (json) {
        console.data(
            document("moves back", branch, commit, moved.doneFile())
                .textOrNull("former", moved.former().orElse(null))
                .end());
      } else {
        console.data(module + " moves back by " + branch + ", commit " + commit.abbreviated());
      }
      narrate(moved);
    }
    return ExitCode.DONE;
  }

  private void narrate(Reverted.MovedBack moved) {
    Console console = context.console();
    console.narrate("merge that branch to land it; until then the base keeps the module");
    moved.doneFile().ifPresent(file -> console.tell(List.of(Problem.of(Code.R077, module, file))));
    moved
        .former()
        .ifPresent(
            name ->
                console.narrate(
                    "the branch "
                        + name
                        + " still stands; delete it before `ferry retry "
                        + module
                        + "`"));
  }

  private Json document(String result, String branch, ObjectId commit, Optional<String> doneFile) {
    return head(result)
        .text("branch", branch)
        .text("commit", commit.hex())
        .textOrNull("doneFile", doneFile.orElse(null));
  }

  private Json head(String result) {
    return Json.document("ferry.revert/v1")
        .text("module", module)
        .text("result", result)
        .text("why", why.orNone());
  }
}
