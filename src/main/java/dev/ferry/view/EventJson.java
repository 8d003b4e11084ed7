package dev.ferry.view;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import java.time.Instant;

/** {@code ferry.event/v1}: what happens in a run, one JSON object a line. */
public final class EventJson {
  private final Messages messages;
  private final int worker;

  /**
   * @param worker whose events these are, from 1; 0 for what belongs to none
   */
  public EventJson(Messages messages, int worker) {
    this.messages = messages;
    this.worker = worker;
  }

  /** The events of one of several workers. */
  public EventJson ofWorker(int number) {
    return new EventJson(messages, number);
  }

  public String unitStarted(Instant at, Unit unit, String branch) {
    return event(at, "unit-started")
        .text("unit", unit.id())
        .text("branch", branch)
        .array(
            "moves",
            unit.moves(),
            (Json each, Move move) ->
                each.text("module", move.module())
                    .text("source", move.source())
                    .text("destination", move.destination()))
        .end();
  }

  public String stepStarted(Instant at, Unit unit, Step step) {
    return event(at, "step-started").text("unit", unit.id()).text("step", step.name()).end();
  }

  public String stepEnded(Instant at, Unit unit, StepEnd end) {
    Json json =
        event(at, "step-ended")
            .text("unit", unit.id())
            .text("step", end.step().name())
            .text("result", StepText.word(end.result()))
            .number("milliseconds", end.took().toMillis());
    ProblemJson.array(json, "notes", end.notes(), messages);
    return json.end();
  }

  public String gateStarted(Instant at, Unit unit, String gate) {
    return event(at, "gate-started").text("unit", unit.id()).text("gate", gate).end();
  }

  public String gateEnded(Instant at, Unit unit, GateResult result) {
    Json json = event(at, "gate-ended").text("unit", unit.id());
    GatesJson.properties(json, result, messages);
    return json.end();
  }

  public String handedOver(Instant at, Unit unit, Problem note) {
    Json json = event(at, "handed-over").text("unit", unit.id());
    ProblemJson.write(json, "note", note, messages);
    return json.end();
  }

  public String ended(Instant at, String module, Outcome outcome) {
    Json json = event(at, "module-ended").text("module", module);
    new OutcomeText(messages, Palette.plain()).write(json, outcome);
    return json.end();
  }

  public String told(Instant at, Problem problem) {
    Json json = event(at, "told");
    ProblemJson.write(json, "problem", problem, messages);
    return json.end();
  }

  private Json event(Instant at, String name) {
    Json json = Json.document("ferry.event/v1").text("time", at.toString()).text("event", name);
    return worker == 0 ? json : json.number("worker", worker);
  }
}
