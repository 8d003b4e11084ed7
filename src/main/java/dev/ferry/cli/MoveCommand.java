package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Severity;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.UnifiedDiff;
import dev.ferry.run.checkout.CheckoutMove;
import dev.ferry.run.checkout.CheckoutMove.Planned;
import dev.ferry.run.checkout.MoveChoices;
import dev.ferry.view.Console;
import dev.ferry.view.MoveText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves files and packages as one map, in any repository. */
@Command(
    name = "move",
    description = "move files or packages, as one map, and rewrite every reference",
    footer = {
      "",
      "Examples:",
      "  ferry move a/b.py c/d.py               show the patch (git apply takes it)",
      "  ferry move a/b.py c/ --write           change the checkout",
      "  ferry move a.py b.py b.py a.py         swap two modules",
      "  ferry move a/b.py c/d.py --commit      make a branch with one commit on HEAD"
    })
final class MoveCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "SRC DST",
      arity = "2..*",
      description = "pairs of paths, seen from the top of the repository or from here")
  private List<String> paths = List.of();

  @ArgGroup(exclusive = true)
  private @Nullable Way way;

  /** What happens to the plan. */
  private static final class Way {
    @Option(names = "--diff", description = "print the patch (default)")
    private boolean diff;

    @Option(names = "--write", description = "change the files of the checkout, all or none")
    private boolean write;

    @Option(names = "--commit", description = "commit on HEAD, on a branch of its own")
    private boolean commit;
  }

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "with --commit: the branch's name instead of the configured one")
  private @Nullable String branch;

  @Option(
      names = "--two-commits",
      description = "with --commit: move in one commit and edit in a second one")
  private boolean twoCommits;

  @Option(
      names = "--strings",
      paramLabel = "LEVEL",
      description = "dotted names in strings: high, medium (default) or none")
  private @Nullable String strings;

  @Option(
      names = "--relative",
      paramLabel = "HOW",
      description = "a relative import that would get deeper: keep, or absolute (default)")
  private @Nullable String relative;

  @Option(
      names = "--rename-bindings",
      description = "where a module gets another name, rename it in its importers too")
  private boolean renameBindings;

  @Option(
      names = "--shim",
      description = "leave the old names working, with a DeprecationWarning, for six months")
  private boolean shim;

  @Option(
      names = "--shim-until",
      paramLabel = "DAY",
      description = "the same until the end of a day such as 2027-06-30")
  private @Nullable String shimUntil;

  @Option(
      names = "--source-root",
      paramLabel = "DIR",
      description = "where sources start, once for each directory; otherwise they are found")
  private List<String> sourceRoots = List.of();

  @Option(names = "--json", description = "print ferry.move/v1 instead of a patch")
  private boolean json;

  MoveCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<String> roots =
        sourceRoots.stream()
            .map(root -> PathsFromTop.directory(root, here(), context.workbench().top()))
            .toList();
    CheckoutMove mover =
        new CheckoutMove(
            context.workbench(),
            new MoveChoices(strings, relative, renameBindings, shim, shimUntil, roots));
    List<Move> moves = moves();
    if (way != null && way.write) {
      return tell(mover.write(moves), true);
    }
    if (way != null && way.commit) {
      return commit(mover, moves);
    }
    return tell(mover.plan(moves), false);
  }

  private List<Move> moves() {
    if (paths.size() % 2 != 0) {
      throw new ProblemException(Problem.of(Code.U009, paths.getLast()));
    }
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < paths.size(); i += 2) {
      String source = seenFromTheTop(paths.get(i));
      moves.add(new Move(source, source, seenFromTheTop(paths.get(i + 1))));
    }
    return moves;
  }

  /** Paths may be typed from where the user stands, as shells complete them. */
  private String seenFromTheTop(String typed) {
    return PathsFromTop.of(typed, here(), context.workbench().top());
  }

  private Path here() {
    return context.surroundings().resolve(context.options().directory());
  }

  private int commit(CheckoutMove mover, List<Move> moves) {
    Planned planned = mover.planOnHead(moves);
    if (planned.plan().isRefused()) {
      return tell(planned, false);
    }
    String made = mover.commit(planned, branch, twoCommits);
    narrate(planned.plan());
    context.console().data(made);
    return ExitCode.DONE.number();
  }

  private int tell(Planned planned, boolean written) {
    Console console = context.console();
    MovePlan plan = planned.plan();
    if (json) {
      console.data(MoveText.json(plan, planned.before()::content, console.messages()));
    }
    if (plan.isRefused()) {
      console.tell(plan.refusals());
      return ExitCode.of(plan.refusals()).number();
    }
    if (!json && !written) {
      context.data(UnifiedDiff.of(planned.before(), plan));
    }
    narrate(plan);
    if (written) {
      console.narrate("written to the checkout; `git add -A` stages it, `git status` shows it");
    }
    return ExitCode.DONE.number();
  }

  private void narrate(MovePlan plan) {
    Console console = context.console();
    console.tell(
        plan.notes().stream()
            .filter(note -> note.severity() != Severity.NOTE || context.options().verbose())
            .toList());
    console.narrate(MoveText.sums(plan));
  }
}
