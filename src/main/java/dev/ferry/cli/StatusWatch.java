package dev.ferry.cli;

import dev.ferry.cli.StatusCommand.Seen;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at the batches again and again, as other ferries work on them, and prints them where
 * something is another. Ends when it is interrupted, or when nobody reads what it prints.
 */
final class StatusWatch {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Context context;
  private final Screen screen;

  StatusWatch(Context context) {
    this.context = context;
    this.screen = new Screen(context);
  }

  /**
   * @param look told which repository; opened anew each time, so that a changed ferry.yaml counts
   */
  int run(Function<Workbench, Seen> look) {
    Seen last = look.apply(context.workbench());
    print(last);
    String seconds = String.valueOf(PAUSE.toSeconds());
    context.console().tell(List.of(Problem.of(Code.T097, seconds)));
    while (!screen.isGone()) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return ExitCode.INTERRUPTED.number();
      }
      Seen now = again(look);
      if (!now.equals(last)) {
        screen.clear();
        print(now);
      }
      last = now;
    }
    return ExitCode.DONE.number();
  }

  private void print(Seen seen) {
    seen.printOn(context.console());
  }

  /** A half-written batch file is no reason to end. */
  private Seen again(Function<Workbench, Seen> look) {
    try (Workbench workbench =
        context.workbenchIn(context.surroundings().resolve(context.options().directory()))) {
      return look.apply(workbench);
    } catch (ProblemException broken) {
      return new Seen(List.of(), broken.problems(), "", ExitCode.of(broken.problems()));
    }
  }
}
