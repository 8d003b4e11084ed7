package dev.ferry.run;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import java.util.ArrayList;
import java.util.List;

/** Passes on how a unit goes, and remembers its gates. For one thread. */
public final class HeardGates implements Progress {
  private final Progress listener;
  private final List<GateResult> heard = new ArrayList<>();

  public HeardGates(Progress listener) {
    this.listener = listener;
  }

  void forget() {
    heard.clear();
  }

  List<GateResult> gates() {
    return List.copyOf(heard);
  }

  @Override
  public void unitStarted(Unit unit, String branch) {
    listener.unitStarted(unit, branch);
  }

  @Override
  public void stepStarted(Unit unit, Step step) {
    listener.stepStarted(unit, step);
  }

  @Override
  public void gateStarted(Unit unit, String gate) {
    listener.gateStarted(unit, gate);
  }

  @Override
  public void gateEnded(Unit unit, GateResult result) {
    heard.add(result);
    listener.gateEnded(unit, result);
  }

  @Override
  public void handedOver(Unit unit, Problem note) {
    heard.clear();
    listener.handedOver(unit, note);
  }

  @Override
  public void stepEnded(Unit unit, StepEnd end) {
    listener.stepEnded(unit, end);
  }

  @Override
  public void ended(String module, Outcome outcome) {
    listener.ended(module, outcome);
  }

  @Override
  public void told(Problem problem) {
    listener.told(problem);
  }
}
