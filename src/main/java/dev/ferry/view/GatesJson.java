package dev.ferry.view;

import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import java.util.List;

/** {@code ferry.gates/v1}: what gates say of one commit. */
public final class GatesJson {
  private GatesJson() {}

  /**
   * @param name what was asked for
   * @param passed whether no gate keeps it from being published
   */
  public static String document(
      String name,
      ObjectId base,
      ObjectId commit,
      List<GateResult> results,
      boolean passed,
      Messages messages) {
    Json json = Json.document("ferry.gates/v1");
    json.text("name", name).text("base", base.hex()).text("commit", commit.hex());
    json.truth("passed", passed);
    json.array("gates", results, (each, result) -> properties(each, result, messages));
    return json.end();
  }

  /** The properties of a result, into the object that is being written. */
  static void properties(Json json, GateResult result, Messages messages) {
    json.text("gate", result.gate())
        .text("verdict", GateText.word(result.verdict()))
        .truth("proven", result.proven())
        .number("numerator", result.numerator())
        .number("denominator", result.denominator())
        .number("milliseconds", result.took().toMillis());
    ProblemJson.array(json, "findings", result.findings(), messages);
  }
}
