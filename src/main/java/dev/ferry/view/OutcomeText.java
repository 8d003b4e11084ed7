package dev.ferry.view;

import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.util.ArrayList;
import java.util.List;

/** How modules ended: a sentence for one, a table and its sums for many. */
public final class OutcomeText {
  private static final List<String> KINDS =
      List.of("integrated", "in place", "failed", "blocked", "skipped");

  private final Messages messages;
  private final Palette palette;

  public OutcomeText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** One sentence, on one line, without colours: what the operator protocol asks for. */
  public String sentence(String module, Outcome outcome) {
    String name = Printable.line(module);
    return switch (outcome) {
      case Outcome.Integrated(String branch, ObjectId commit) ->
          name
              + " is integrated on "
              + Printable.line(branch)
              + ", commit "
              + commit.abbreviated()
              + ".";
      case Outcome.InPlace _ -> name + " stands in its place already.";
      case Outcome.Failed(Step step, Problem why) ->
          name + " was not integrated: " + step + " ended with: " + reason(why) + ".";
      case Outcome.Blocked(Problem why) -> name + " is blocked: " + reason(why) + ".";
      case Outcome.Skipped(Problem why) -> name + " was left out: " + reason(why) + ".";
    };
  }

  /** What to type next after this outcome; empty where there is nothing to mend. */
  public String mend(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Integrated _, Outcome.InPlace _ -> "";
      case Outcome.Failed(Step _, Problem why) -> messages.fix(why);
      case Outcome.Blocked(Problem why) -> messages.fix(why);
      case Outcome.Skipped(Problem why) -> messages.fix(why);
    };
  }

  /**
   * One line a module, in the order given.
   *
   * @param width of the terminal in characters; 0 where lines may be as long as they get
   */
  public String table(List<OutcomeRow> rows, int width) {
    Table table = new Table(width);
    for (OutcomeRow row : rows) {
      String kind = kind(row.outcome());
      table.row(
          new Table.Cell(kind, text -> coloured(row.outcome(), text)),
          Table.Cell.of(GateText.proof(row.gates())),
          Table.Cell.of(Printable.line(row.module())),
          Table.Cell.of(detail(row.outcome())));
    }
    return table.render();
  }

  /** {@code 123 integrated (120 without a witness), 15 in place, 6 blocked; 144 in all}. */
  public static String sums(List<OutcomeRow> rows) {
    List<String> parts = new ArrayList<>();
    for (String kind : KINDS) {
      List<OutcomeRow> ofKind =
          rows.stream().filter(row -> kind(row.outcome()).equals(kind)).toList();
      long unseen =
          ofKind.stream().filter(row -> GateText.proof(row.gates()).equals("NO WITNESS")).count();
      if (!ofKind.isEmpty()) {
        parts.add(
            ofKind.size() + " " + kind + (unseen > 0 ? " (" + unseen + " without a witness)" : ""));
      }
    }
    return parts.isEmpty() ? "0 in all" : String.join(", ", parts) + "; " + rows.size() + " in all";
  }

  /** {@code ferry.outcomes/v1}. */
  public String json(List<OutcomeRow> rows) {
    Json json = Json.document("ferry.outcomes/v1");
    json.array(
        "modules",
        rows,
        (each, row) -> {
          each.text("module", row.module());
          write(each, row.outcome());
          each.truth("witnessed", !GateText.proof(row.gates()).equals("NO WITNESS"));
        });
    return json.end();
  }

  /** The properties of an outcome, into the object that is being written. */
  void write(Json json, Outcome outcome) {
    json.text("outcome", kind(outcome));
    switch (outcome) {
      case Outcome.Integrated(String branch, ObjectId commit) ->
          json.text("branch", branch).text("commit", commit.hex());
      case Outcome.InPlace _ -> {
        // nothing more to say
      }
      case Outcome.Failed(Step step, Problem why) ->
          ProblemJson.write(json.text("step", step.name()), "why", why, messages);
      case Outcome.Blocked(Problem why) -> ProblemJson.write(json, "why", why, messages);
      case Outcome.Skipped(Problem why) -> ProblemJson.write(json, "why", why, messages);
    }
  }

  /**
   * One of {@code integrated}, {@code in place}, {@code failed}, {@code blocked}, {@code skipped}.
   */
  static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Integrated _ -> "integrated";
      case Outcome.InPlace _ -> "in place";
      case Outcome.Failed _ -> "failed";
      case Outcome.Blocked _ -> "blocked";
      case Outcome.Skipped _ -> "skipped";
    };
  }

  String coloured(Outcome outcome, String text) {
    return switch (outcome) {
      case Outcome.Integrated _, Outcome.InPlace _ -> palette.good(text);
      case Outcome.Failed _ -> palette.bad(text);
      case Outcome.Blocked _ -> palette.doubtful(text);
      case Outcome.Skipped _ -> palette.faint(text);
    };
  }

  String detail(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Integrated(String branch, ObjectId commit) ->
          Printable.line(branch) + " " + commit.abbreviated();
      case Outcome.InPlace _ -> "";
      case Outcome.Failed(Step step, Problem why) -> step + ": " + reason(why);
      case Outcome.Blocked(Problem why) -> reason(why);
      case Outcome.Skipped(Problem why) -> reason(why);
    };
  }

  private String reason(Problem why) {
    return ProblemText.sentence(messages, why) + " [" + why.code().id() + "]";
  }
}
