package dev.ferry.view;

import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.plan.MovePlan;

/** What a move without a batch did or would do. */
public final class MoveText {
  private MoveText() {}

  /** {@code 1 file moved, 7 references in 4 files rewritten}. */
  public static String sums(MovePlan plan) {
    long files = plan.edits().stream().map(Edit::path).distinct().count();
    int references = plan.edits().size();
    String moved = count(plan.renames().size(), "file") + " moved, ";
    String rewritten =
        references == 0
            ? "no reference to rewrite"
            : count(references, "reference") + " in " + count(files, "file") + " rewritten";
    long listed =
        plan.edits().stream().filter(edit -> edit.confidence() == Confidence.MEDIUM).count();
    return moved
        + rewritten
        + (listed == 0 ? "" : " (" + listed + " of medium confidence: look at them)");
  }

  /** {@code ferry.move/v1}. */
  public static String json(MovePlan plan, Messages messages) {
    Json json = Json.document("ferry.move/v1");
    json.array(
        "renames",
        plan.renames(),
        (each, rename) ->
            each.text("source", rename.source())
                .text("destination", rename.destination())
                .number("similarity", rename.similarity()));
    json.array(
        "edits",
        plan.edits(),
        (each, edit) ->
            each.text("path", edit.path())
                .number("line", edit.line())
                .number("start", edit.start())
                .number("end", edit.end())
                .text("reason", edit.reason().name())
                .text("confidence", edit.confidence().name()));
    ProblemJson.array(json, "refusals", plan.refusals(), messages);
    ProblemJson.array(json, "notes", plan.notes(), messages);
    return json.end();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
