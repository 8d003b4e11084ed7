package dev.ferry.view;

import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Decision;
import dev.ferry.ledger.StepEnd;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Attempts as {@code ferry log} lists them and {@code ferry show} tells them. */
public final class AttemptText {
  private final Messages messages;
  private final Palette palette;
  private final DateTimeFormatter clock;

  /**
   * @param zone in which times are shown to people; documents for programs are in UTC
   */
  public AttemptText(Messages messages, Palette palette, ZoneId zone) {
    this.messages = messages;
    this.palette = palette;
    this.clock = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /**
   * One line an attempt, in the order given.
   *
   * @param width of the terminal; 0 where lines may be as long as they get
   */
  public String log(List<Attempt> attempts, int width) {
    OutcomeText outcomes = new OutcomeText(messages, palette);
    Table table = new Table(width);
    for (Attempt attempt : attempts) {
      table.row(
          Table.Cell.of(clock.format(attempt.start().at())),
          attempt
              .outcome()
              .map(
                  outcome ->
                      new Table.Cell(
                          OutcomeText.kind(outcome), text -> outcomes.coloured(outcome, text)))
              .orElse(new Table.Cell("unfinished", palette::doubtful)),
          Table.Cell.of(GateText.proof(attempt.gates())),
          Table.Cell.of(took(attempt)),
          Table.Cell.of(Printable.line(attempt.start().move().module())),
          Table.Cell.of(
              attempt.outcome().map(outcomes::detail).orElse("")
                  + (isDerivedAgain(attempt) ? " (derived again)" : "")));
    }
    return table.render();
  }

  private static boolean isDerivedAgain(Attempt attempt) {
    return attempt.steps().stream()
        .flatMap(step -> step.notes().stream())
        .anyMatch(note -> note.code() == Code.R090);
  }

  /** All of one attempt: what it was about, its steps, its gates, its ending. */
  public String show(Attempt attempt) {
    Move move = attempt.start().move();
    StringBuilder out = new StringBuilder();
    out.append(palette.strong(Printable.line(move.module()))).append('\n');
    field(out, "source", Printable.line(move.source()));
    field(out, "to", Printable.line(move.destination()));
    if (!attempt.start().batch().isEmpty()) {
      field(out, "batch", Printable.line(attempt.start().batch()));
    }
    field(out, "base", attempt.start().base().abbreviated());
    field(out, "started", clock.format(attempt.start().at()));
    StepText steps = new StepText(messages, palette);
    attempt.steps().forEach(step -> out.append(steps.render(step)));
    GateText gates = new GateText(messages, palette);
    attempt.gates().forEach(gate -> out.append(gates.render(gate)));
    ending(out, attempt);
    return out.toString();
  }

  private void ending(StringBuilder out, Attempt attempt) {
    OutcomeText outcomes = new OutcomeText(messages, palette);
    if (attempt.outcome().isEmpty()) {
      out.append(
          "The attempt has no ending: it still runs, or its process was killed;"
              + " the next run takes it up.\n");
      return;
    }
    out.append(outcomes.sentence(move(attempt).module(), attempt.outcome().get())).append('\n');
    String mend = outcomes.mend(attempt.outcome().get());
    if (!mend.isEmpty()) {
      out.append("  ").append(palette.faint("fix:")).append(' ').append(mend).append('\n');
    }
  }

  /** {@code ferry.log/v1}. */
  public String logJson(List<Attempt> attempts) {
    Json json = Json.document("ferry.log/v1");
    json.array("attempts", attempts, this::head);
    return json.end();
  }

  /** What people decided about a module, a line each; nothing where nobody did. */
  public String decisions(List<Decision> decisions) {
    Table table = new Table(0);
    for (Decision decision : decisions) {
      table.row(
          Table.Cell.of(clock.format(decision.at())),
          Table.Cell.of(word(decision.kind())),
          Table.Cell.of(Printable.line(decision.why())));
    }
    return decisions.isEmpty() ? "" : "\ndecisions:\n" + table.render();
  }

  /** Why runs leave a module out, and what to type. */
  public String held(Problem why) {
    return "\n"
        + palette.doubtful(messages.says(why))
        + "\n  "
        + palette.faint("fix:")
        + " "
        + messages.fix(why)
        + "\n";
  }

  private static String word(Decision.Kind kind) {
    return switch (kind) {
      case SKIPPED -> "skipped";
      case TAKEN_IN -> "taken back in";
      case REVERTED -> "reverted";
    };
  }

  /** {@code ferry.show/v1}. */
  public String showJson(List<Attempt> attempts, List<Decision> decisions) {
    Json json = Json.document("ferry.show/v1");
    json.array(
        "attempts",
        attempts,
        (each, attempt) -> {
          head(each, attempt);
          each.array("steps", attempt.steps(), this::step);
          each.array("gates", attempt.gates(), this::gate);
        });
    json.array(
        "decisions",
        decisions,
        (each, decision) ->
            each.text("decision", word(decision.kind()))
                .text("why", decision.why())
                .text("at", decision.at().toString()));
    return json.end();
  }

  private void head(Json json, Attempt attempt) {
    Attempt.Start start = attempt.start();
    json.text("id", start.id())
        .text("session", start.session())
        .text("batch", start.batch())
        .text("module", start.move().module())
        .text("source", start.move().source())
        .text("destination", start.move().destination())
        .text("base", start.base().hex())
        .text("started", start.at().toString())
        .textOrNull("ended", attempt.ended().map(Instant::toString).orElse(null));
    attempt
        .outcome()
        .ifPresentOrElse(
            outcome -> new OutcomeText(messages, palette).write(json, outcome),
            () -> json.textOrNull("outcome", null));
  }

  private void step(Json json, StepEnd end) {
    json.text("step", end.step().name())
        .text("result", StepText.word(end.result()))
        .number("milliseconds", end.took().toMillis());
    ProblemJson.array(json, "notes", end.notes(), messages);
  }

  private void gate(Json json, GateResult gate) {
    json.text("gate", gate.gate())
        .text("verdict", GateText.word(gate.verdict()))
        .truth("proven", gate.proven())
        .number("numerator", gate.numerator())
        .number("denominator", gate.denominator())
        .number("milliseconds", gate.took().toMillis());
    ProblemJson.array(json, "findings", gate.findings(), messages);
  }

  private static Move move(Attempt attempt) {
    return attempt.start().move();
  }

  private static String took(Attempt attempt) {
    return attempt
        .ended()
        .map(end -> Spans.text(Duration.between(attempt.start().at(), end)))
        .orElse("");
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append(String.format(Locale.ROOT, "%-8s %s\n", name, value));
  }
}
