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

/**
 * Tells on standard error how a run goes; on a terminal what is under way stands below. Of several
 * workers each has a line of its own there, and elsewhere its number before each of its lines.
 */
final class RunReporter implements Progress, AutoCloseable {
  private final RunScreen screen;
  private final int worker;
  private final boolean detailed;
  private final StepText steps;
  private final GateText gates;
  private final OutcomeText outcomes;

  RunReporter(Context context) {
    this(new RunScreen(context), 0, context.options().verbose());
  }

  /**
   * @param worker its number, from 1; 0 where there is only one
   */
  private RunReporter(RunScreen screen, int worker, boolean detailed) {
    Console console = screen.console();
    this.screen = screen;
    this.worker = worker;
    this.detailed = detailed;
    this.steps = new StepText(console.messages(), console.errPalette());
    this.gates = new GateText(console.messages(), console.errPalette());
    this.outcomes = new OutcomeText(console.messages(), console.errPalette());
  }

  @Override
  public Progress ofWorker(int number) {
    return new RunReporter(screen, number, detailed);
  }

  @Override
  public void unitStarted(Unit unit, String branch) {
    tell(
        screen.console().errPalette().strong(unit.id())
            + "  "
            + unit.first().source()
            + " → "
            + unit.first().destination());
  }

  @Override
  public void stepStarted(Unit unit, Step step) {
    underWay(unit, step.toString());
  }

  @Override
  public void gateStarted(Unit unit, String gate) {
    underWay(unit, "TEST " + gate);
  }

  @Override
  public void gateEnded(Unit unit, GateResult result) {
    tell(indent(detailed ? gates.render(result) : gates.verdict(result)));
  }

  @Override
  public void handedOver(Unit unit, Problem note) {
    tell("  " + screen.console().messages().says(note));
    underWay(unit, "the operator works");
  }

  @Override
  public void stepEnded(Unit unit, StepEnd end) {
    tell(indent(detailed ? steps.render(end) : steps.line(end)));
    if (end.step() == Step.COMMIT || end.result() == StepEnd.Result.STOPPED) {
      screen.idle(worker);
    }
  }

  @Override
  public void ended(String module, Outcome outcome) {
    String mend = outcomes.mend(outcome);
    String sentence = outcomes.sentence(module, outcome);
    screen.say(mend.isEmpty() ? sentence : sentence + "\n  fix: " + mend);
  }

  @Override
  public void told(Problem problem) {
    screen.told(problem);
  }

  /**
   * Steps of several workers would mix: where their lines can be seen, only the ends pass above.
   */
  private void tell(String lines) {
    if (worker == 0) {
      screen.say(lines);
    } else if (detailed || !screen.isLive()) {
      String mark = worker + "| ";
      screen.say(mark + lines.replace("\n", "\n" + mark));
    }
  }

  private void underWay(Unit unit, String what) {
    screen.underWay(worker, worker == 0 ? "  " + what : worker + "| " + unit.id() + "  " + what);
  }

  @Override
  public void close() {
    screen.close();
  }

  private static String indent(String lines) {
    return "  " + lines.strip().replace("\n", "\n  ");
  }
}
