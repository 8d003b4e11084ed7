package dev.ferry.cli;

import dev.ferry.cli.LanesCommand.Judged;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.Workbench;
import dev.ferry.run.checkout.CheckoutWatch;
import dev.ferry.view.Console;
import dev.ferry.view.Printable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges again whenever a file of the checkout changes, and prints where that came to something
 * else: a screen of its own on a terminal, plain lines elsewhere. Ends when it is interrupted, or
 * when nobody reads what it prints.
 */
final class LaneWatch {
  static final String OPTION = "--watch";

  private static final int NAMED = 3;

  private final Context context;
  private final Console console;
  private final Screen screen;

  LaneWatch(Context context) {
    this.context = context;
    this.console = context.console();
    this.screen = new Screen(context);
  }

  /**
   * @param judge told which repository; opened anew each time, so that a changed ferry.yaml counts
   */
  int run(Function<Workbench, Judged> judge) {
    // first of all: what changes while the first judgement is made is not missed
    try (CheckoutWatch watch = CheckoutWatch.of(context.workbench())) {
      Judged last = judge.apply(context.workbench());
      print(last);
      console.tell(List.of(Problem.of(Code.T084, context.workbench().top().toString())));
      while (!screen.isGone()) {
        Set<String> changed = watch.await();
        Judged now = again(judge);
        if (!now.equals(last)) {
          screen.clear();
          console.narrate(named(changed));
          print(now);
        }
        last = now;
      }
      return ExitCode.DONE.number();
    }
  }

  /** Half-written files are no reason to end. */
  private Judged again(Function<Workbench, Judged> judge) {
    try (Workbench workbench =
        context.workbenchIn(context.surroundings().resolve(context.options().directory()))) {
      return judge.apply(workbench);
    } catch (ProblemException broken) {
      return new Judged("", broken.problems(), ExitCode.of(broken.problems()));
    }
  }

  private void print(Judged judged) {
    console.data(judged.printed());
    console.tell(judged.told());
  }

  private static String named(Set<String> changed) {
    if (changed.isEmpty()) {
      return "many files changed";
    }
    String first = String.join(", ", changed.stream().limit(NAMED).map(Printable::line).toList());
    return changed.size() <= NAMED
        ? "changed: " + first
        : "changed: " + first + " and " + (changed.size() - NAMED) + " more";
  }
}
