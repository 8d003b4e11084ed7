package dev.ferry.view;

import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.plan.MovePlan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * {@code ferry.move/v1}.
   *
   * @param before what the files said, by their old paths
   */
  public static String json(
      MovePlan plan, Function<String, Optional<byte[]>> before, Messages messages) {
    Map<String, byte[]> contents = new HashMap<>();
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
                .text("confidence", edit.confidence().name())
                .text("before", replaced(edit, contents, before))
                .text("after", text(edit.replacement())));
    json.array(
        "shims",
        plan.shims(),
        (each, shim) ->
            each.text("path", shim.path()).text("old", shim.oldName()).text("new", shim.newName()));
    ProblemJson.array(json, "refusals", plan.refusals(), messages);
    ProblemJson.array(json, "notes", plan.notes(), messages);
    return json.end();
  }

  private static String replaced(
      Edit edit, Map<String, byte[]> contents, Function<String, Optional<byte[]>> before) {
    byte[] content =
        contents.computeIfAbsent(edit.path(), path -> before.apply(path).orElse(new byte[0]));
    int end = Math.min(edit.end(), content.length);
    return text(Arrays.copyOfRange(content, Math.min(edit.start(), end), end));
  }

  /** Bytes that are no UTF-8 as Latin-1 has them: JSON holds text only. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
