package dev.ferry.view;

import dev.ferry.model.Problem;
import java.util.List;

/** Problems for programs: code, place, arguments, and the words for people. */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * {@code ferry.problems/v1}: what {@code ferry check --json} prints.
   *
   * @param omitted how many problems were counted but are not listed
   */
  public static String document(List<Problem> problems, long omitted, Messages messages) {
    Json json = Json.document("ferry.problems/v1");
    array(json, "problems", problems, messages);
    return json.number("omitted", omitted).end();
  }

  /** An array property. */
  static void array(Json json, String key, List<Problem> problems, Messages messages) {
    json.array(key, problems, (each, problem) -> properties(each, problem, messages));
  }

  /** An object property. */
  public static void write(Json json, String key, Problem problem, Messages messages) {
    json.object(key, () -> properties(json, problem, messages));
  }

  /** The properties of a problem, into the object that is being written. */
  static void properties(Json json, Problem problem, Messages messages) {
    json.text("code", problem.code().id())
        .text("severity", ProblemText.word(problem.severity()))
        .textOrNull("file", problem.file())
        .number("line", problem.line())
        .number("column", problem.column())
        .texts("arguments", problem.arguments())
        .text("says", messages.says(problem))
        .text("fix", messages.fix(problem));
  }
}
