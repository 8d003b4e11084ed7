package dev.ferry.cli;

import dev.ferry.git.PushResult;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BranchPushes;
import dev.ferry.run.BranchPushes.Selection;
import dev.ferry.run.BranchPushes.Target;
import dev.ferry.view.Console;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pushes the branches of what was integrated. */
@Command(
    name = "push",
    description = "push the branches of what was integrated and was not pushed yet")
final class PushCommand implements Callable<Integer> {
  /** Problems of the remote itself: the next branch would meet them, too. */
  private static final Set<Code> OF_THE_REMOTE = EnumSet.of(Code.P001, Code.P003, Code.P004);

  private final Context context;

  @Parameters(
      paramLabel = "MODULE",
      arity = "0..*",
      description = "push these, and what they stand on")
  private List<String> modules = List.of();

  @Option(names = "--all", description = "every integrated module, also those pushed before")
  private boolean all;

  @Option(names = "--remote", paramLabel = "NAME", description = "the remote; origin by default")
  private String remote = "origin";

  @Option(
      names = {"-u", "--set-upstream"},
      description = "let the branches follow those of the remote; the checkout is not touched")
  private boolean setUpstream;

  PushCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (all && !modules.isEmpty()) {
      throw new ProblemException(Problem.of(Code.U025));
    }
    BranchPushes pushes = new BranchPushes(context.workbench(), remote, setUpstream);
    Selection selection = modules.isEmpty() ? pushes.all(all) : pushes.named(modules);
    Console console = context.console();
    console.tell(selection.missing());
    if (selection.targets().isEmpty() && selection.missing().isEmpty()) {
      console.narrate(
          "nothing to push: `ferry status` shows what remains, `ferry push --all` pushes again");
      return ExitCode.NOTHING_TO_DO.number();
    }
    return push(pushes, selection).number();
  }

  private ExitCode push(BranchPushes pushes, Selection selection) {
    ExitCode exit = selection.missing().isEmpty() ? ExitCode.DONE : ExitCode.PART_FAILED;
    int done = 0;
    for (Target target : selection.targets()) {
      switch (pushes.push(target)) {
        case PushResult.Pushed(String branch, var _) -> ready(branch);
        case PushResult.UpToDate(String branch, var _) -> ready(branch);
        case PushResult.Refused(Problem why) -> {
          context.console().tell(List.of(why));
          if (OF_THE_REMOTE.contains(why.code())) {
            tellUntried(selection.targets().size() - done - 1);
            return ExitCode.of(List.of(why));
          }
          exit = ExitCode.PART_FAILED;
        }
      }
      done++;
    }
    return exit;
  }

  private void ready(String branch) {
    context.console().data("PR READY: " + branch);
  }

  private void tellUntried(int branches) {
    if (branches > 0) {
      context
          .console()
          .narrate(branches == 1 ? "1 more was not tried" : branches + " more were not tried");
    }
  }
}
