package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.ProblemException;
import dev.ferry.run.Progress;
import dev.ferry.run.restack.Restack;
import dev.ferry.run.restack.RestackEnd;
import dev.ferry.view.Console;
import dev.ferry.view.RestackRow;
import dev.ferry.view.RestackText;
import java.util.List;

/** What a run does first: open branches that the base has left behind. */
final class RestackBeforeRun {
  private final Context context;

  RestackBeforeRun(Context context) {
    this.context = context;
  }

  /**
   * Tells in a line a branch what was done; of those that are as they should be, in one line for
   * all.
   *
   * @return whether none is left that must not be merged
   */
  boolean restack(Progress progress) {
    if (!context.workbench().restacksBeforeRuns()) {
      return true;
    }
    Console console = context.console();
    Restack restack =
        new Restack(context.workbench(), new Restack.Options(false, false), progress, this::heard);
    try {
      List<RestackEnd> ends = restack.all();
      long kept = ends.stream().filter(end -> end.kind() == RestackEnd.Kind.KEPT).count();
      if (kept > 0) {
        console.narrate(RestackText.kept(kept, restack.base()));
      }
      return ends.stream().noneMatch(end -> end.kind() == RestackEnd.Kind.STOPPED);
    } catch (ProblemException refused) {
      if (refused.problems().stream().noneMatch(why -> why.code() == Code.G052)) {
        throw refused;
      }
      console.tell(refused.problems());
      return true;
    }
  }

  private void heard(RestackEnd end) {
    Console console = context.console();
    RestackText text = new RestackText(console.messages(), console.errPalette());
    RestackRow row = RestackWords.row(end);
    switch (end.kind()) {
      case LEFT_ALONE, STOPPED -> console.warn(row.told().severity(), text.mended(row));
      case REPLACED, WOULD_BE_REPLACED -> console.narrate(text.sentence(row));
      case KEPT, LANDED -> {
        // as they should be
      }
    }
  }
}
