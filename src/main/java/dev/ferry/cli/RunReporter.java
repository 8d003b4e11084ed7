package dev.ferry.cli;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.run.Progress;
import dev.ferry.view.Console;
import dev.ferry.view.GateText;
import dev.ferry.view.OutcomeText;
import dev.ferry.view.StepText;
import java.util.List;

/** Tells on standard error how a run goes; on a terminal the step under way stands below. */
final class RunReporter implements Progress {
  private static final String CLEAR_LINE = "\r\033[K";

  private final Console console;
  private final java.io.PrintWriter err;
  private final boolean live;
  private final boolean detailed;
  private final StepText steps;
  private final GateText gates;
  private final OutcomeText outcomes;

  RunReporter(Context context) {
    this.console = context.console();
    this.err = context.surroundings().err();
    GlobalOptions options = context.options();
    this.live =
        !options.quiet()
            && switch (options.progress()) {
              case TTY -> true;
              case PLAIN, NONE -> false;
              case AUTO ->
                  context.surroundings().terminal().err()
                      && dev.ferry.view.Palette.allowsControlCodes(
                          context.surroundings().environment());
            };
    this.detailed = options.verbose();
    this.steps = new StepText(console.messages(), console.errPalette());
    this.gates = new GateText(console.messages(), console.errPalette());
    this.outcomes = new OutcomeText(console.messages(), console.errPalette());
    this.silent = options.progress() == GlobalOptions.Progress.NONE;
  }

  private final boolean silent;

  @Override
  public void unitStarted(Unit unit, String branch) {
    say(
        console.errPalette().strong(unit.id())
            + "  "
            + unit.first().source()
            + " → "
            + unit.first().destination());
  }

  @Override
  public void stepStarted(Unit unit, Step step) {
    underWay("  " + step);
  }

  @Override
  public void gateStarted(Unit unit, String gate) {
    underWay("  TEST " + gate);
  }

  @Override
  public void gateEnded(Unit unit, GateResult result) {
    say(indent(detailed ? gates.render(result) : gates.verdict(result)));
  }

  @Override
  public void handedOver(Unit unit, Problem note) {
    say("  " + console.messages().says(note));
    underWay("  the operator works");
  }

  @Override
  public void stepEnded(Unit unit, StepEnd end) {
    say(indent(detailed ? steps.render(end) : steps.line(end)));
  }

  @Override
  public void ended(String module, Outcome outcome) {
    say(outcomes.sentence(module, outcome));
    String mend = outcomes.mend(outcome);
    if (!mend.isEmpty()) {
      say("  fix: " + mend);
    }
  }

  @Override
  public void told(Problem problem) {
    clear();
    console.tell(List.of(problem));
  }

  /** Leaves no half line behind. */
  void clear() {
    if (live) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  private void say(String line) {
    if (!silent) {
      clear();
      console.narrate(line);
    }
  }

  private void underWay(String line) {
    if (live) {
      err.print(CLEAR_LINE + console.errPalette().faint(line + " …"));
      err.flush();
    }
  }

  private static String indent(String lines) {
    return "  " + lines.strip().replace("\n", "\n  ");
  }
}
