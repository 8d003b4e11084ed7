package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.CommitGates;
import dev.ferry.run.GatedCommit;
import dev.ferry.run.gating.GateProgress;
import dev.ferry.view.Console;
import dev.ferry.view.GateText;
import dev.ferry.view.GatesJson;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs gates alone. */
@Command(
    name = "gate",
    description = "run gates alone, on a module, any commit or the working tree",
    footer = {
      "",
      "Examples:",
      "  ferry gate labs.engine          the module as it is, or would be, moved",
      "  ferry gate HEAD --only syntax   one gate on a commit",
      "  ferry gate --worktree --all     what is not committed yet, by every gate"
    })
final class GateCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "MODULE|COMMIT",
      arity = "0..1",
      description = "what to judge (default: HEAD)")
  private @Nullable String target;

  @Option(names = "--worktree", description = "judge what the working tree differs in from HEAD")
  private boolean worktree;

  @Option(
      names = "--only",
      paramLabel = "GATE",
      description = "run this gate, configured or not; may be repeated")
  private List<String> only = List.of();

  @Option(names = "--all", description = "go on after the first gate that fails")
  private boolean all;

  @Option(names = "--strict", description = "count what is broken at base as well")
  private boolean strict;

  @Option(names = "--json", description = "print ferry.gates/v1")
  private boolean json;

  GateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String asked = target;
    if (asked != null && worktree) {
      throw new ProblemException(
          Problem.of(Code.U001, "--worktree and " + asked + " are two things to judge", "gate"));
    }
    Console console = context.console();
    GateText text = new GateText(console.messages(), console.outPalette());
    var options = new CommitGates.Options(only, all, strict);
    try (CommitGates gates = new CommitGates(context.workbench(), options, progress(text))) {
      GatedCommit gated = worktree ? gates.workTree() : gates.of(asked == null ? "HEAD" : asked);
      if (json) {
        console.data(
            GatesJson.document(
                gated.name(),
                gated.base(),
                gated.commit(),
                gated.results(),
                gated.blocking().isEmpty(),
                console.messages()));
      }
      console.narrate(summary(gated));
      return gated.blocking().isPresent() ? ExitCode.GATE_FAILED.number() : ExitCode.DONE.number();
    }
  }

  private GateProgress progress(GateText text) {
    if (json) {
      return GateProgress.SILENT;
    }
    return new GateProgress() {
      @Override
      public void started(String gate) {
        // the line comes with the verdict
      }

      @Override
      public void ended(GateResult result) {
        context.console().data(text.advising(result));
      }
    };
  }

  private static String summary(GatedCommit gated) {
    String which = gated.name() + " (" + gated.commit().abbreviated() + ")";
    return gated
        .blocking()
        .map(result -> which + ": stopped by " + result.gate())
        .orElseGet(() -> which + ": no gate stops it");
  }
}
