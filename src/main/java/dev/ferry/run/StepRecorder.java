package dev.ferry.run;

import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Ledger;
import dev.ferry.ledger.StepEnd;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.run.gating.GateProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes one attempt at a unit into the ledger, step by step as it happens, and lets the user see
 * it. A unit of several rows is an attempt at each of its modules.
 */
public final class StepRecorder implements GateProgress {
  private final Ledger ledger;
  private final Progress progress;
  private final Clock clock;
  private final Unit unit;
  private final List<String> attempts;
  private Instant stepStarted;
  private Step step = Step.REVIEW;

  public StepRecorder(Ledger ledger, Progress progress, Clock clock, Unit unit) {
    this.ledger = ledger;
    this.progress = progress;
    this.clock = clock;
    this.unit = unit;
    this.stepStarted = clock.instant();
    String id = UUID.randomUUID().toString();
    this.attempts =
        IntStream.range(0, unit.moves().size())
            .mapToObj(number -> number == 0 ? id : id + "." + (number + 1))
            .toList();
  }

  public void attemptStarted(String session, UnitJob job, String branch) {
    Instant now = clock.instant();
    for (int i = 0; i < attempts.size(); i++) {
      Move move = unit.moves().get(i);
      ledger.attemptStarted(
          new Attempt.Start(attempts.get(i), session, job.batch(), move, job.parent(), now));
    }
    progress.unitStarted(unit, branch);
  }

  public void begin(Step begun) {
    step = begun;
    stepStarted = clock.instant();
    progress.stepStarted(unit, begun);
  }

  public void done(List<Problem> notes) {
    end(StepEnd.Result.DONE, notes);
  }

  void leftOut(Problem why) {
    leftOut(List.of(why));
  }

  void leftOut(List<Problem> reasons) {
    end(StepEnd.Result.LEFT_OUT, reasons);
  }

  /** Ends the step and with it the attempt. */
  public Outcome stopped(Problem why, List<Problem> all) {
    end(StepEnd.Result.STOPPED, all);
    return ended(new Outcome.Failed(step, why));
  }

  public Outcome ended(Outcome outcome) {
    attempts.forEach(attempt -> ledger.attemptEnded(attempt, outcome));
    return outcome;
  }

  /** The operator has its turn. */
  void handedOver(Problem note) {
    progress.handedOver(unit, note);
  }

  /** A short name for this attempt's files. */
  public String attempt() {
    return attempts.getFirst();
  }

  @Override
  public void started(String gate) {
    progress.gateStarted(unit, gate);
  }

  @Override
  public void ended(GateResult result) {
    attempts.forEach(attempt -> ledger.gateJudged(attempt, result));
    progress.gateEnded(unit, result);
  }

  /** A gate judged the unit together with others, and the user has seen it. */
  void judgedWithOthers(GateResult result) {
    attempts.forEach(attempt -> ledger.gateJudged(attempt, result));
  }

  private void end(StepEnd.Result result, List<Problem> notes) {
    Duration took = Duration.between(stepStarted, clock.instant());
    StepEnd end = new StepEnd(step, result, notes, took);
    attempts.forEach(attempt -> ledger.stepEnded(attempt, end));
    progress.stepEnded(unit, end);
  }
}
