package dev.ferry.view;

import dev.ferry.lanes.ContractResult;
import dev.ferry.lanes.LaneFinding;
import dev.ferry.lanes.LaneReport;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Locale;

/** How import contracts ended, for programs: JSON, SARIF 2.1.0, JUnit XML. */
public final class LaneFindings {
  private LaneFindings() {}

  /** {@code ferry.lanes/v1}. */
  public static String json(LaneReport report, Messages messages) {
    Json json =
        Json.document("ferry.lanes/v1")
            .text("config", report.configuration().file())
            .number("modules", report.modules())
            .number("imports", report.imports())
            .number("kept", report.kept())
            .number("broken", report.broken())
            .number("failed", report.failed())
            .array(
                "contracts",
                report.results(),
                (each, result) -> contract(each, result, report, messages));
    ProblemJson.array(json, "notes", report.notes(), messages);
    return json.end();
  }

  private static void contract(
      Json json, ContractResult result, LaneReport report, Messages messages) {
    json.text("id", result.contract().head().id())
        .text("name", result.contract().head().name())
        .number("line", result.contract().head().line())
        .text("status", result.status().name().toLowerCase(Locale.ROOT))
        .number("checked", result.checked())
        .number("ignored", result.ignored())
        .number("standing", result.standing());
    ProblemJson.array(json, "violations", LaneFinding.of(result), messages);
    LaneJson.violations(json, result.violations());
    ProblemJson.array(json, "problems", result.problems(), messages);
  }

  /** One run with a rule for each code and a result for each violation and problem. */
  public static String sarif(LaneReport report, String version, Messages messages) {
    List<Problem> problems = LaneFinding.all(report);
    Json json = Json.bare().text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.text("version", "2.1.0");
    json.array(
        "runs",
        List.of(report),
        (run, any) -> {
          run.object("tool", () -> driver(run, version, problems, messages));
          run.array("results", problems, (each, problem) -> result(each, problem, messages));
        });
    return json.end();
  }

  private static void driver(Json json, String version, List<Problem> problems, Messages messages) {
    json.object(
        "driver",
        () ->
            json.text("name", "ferry")
                .text("version", version)
                .array(
                    "rules",
                    problems.stream().map(Problem::code).distinct().sorted().toList(),
                    (rule, code) ->
                        rule.text("id", code.id())
                            .object(
                                "fullDescription",
                                () -> rule.text("text", messages.explain(code)))));
  }

  private static void result(Json json, Problem problem, Messages messages) {
    String level =
        switch (problem.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "note";
        };
    json.text("ruleId", problem.code().id()).text("level", level);
    String text = messages.says(problem) + "; fix: " + messages.fix(problem);
    json.object("message", () -> json.text("text", text));
    String file = problem.file();
    json.array(
        "locations",
        file == null ? List.<String>of() : List.of(file),
        (location, path) ->
            location.object("physicalLocation", () -> place(location, path, problem.line())));
  }

  private static void place(Json json, String path, int line) {
    json.object("artifactLocation", () -> json.text("uri", uri(path)));
    json.object("region", () -> json.number("startLine", Math.max(1, line)));
  }

  private static String uri(String path) {
    try {
      return new java.net.URI(null, null, path, null).toASCIIString();
    } catch (java.net.URISyntaxException noPath) {
      return path;
    }
  }

  /** One test case a contract. */
  public static String junit(LaneReport report, Messages messages) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        String.format(
            Locale.ROOT,
            "<testsuites>%n<testsuite name=\"lanes\" tests=\"%d\" failures=\"%d\" errors=\"%d\">%n",
            report.results().size(),
            report.broken(),
            report.failed()));
    for (ContractResult result : report.results()) {
      out.append("<testcase classname=\"lanes\" name=\"");
      out.append(escaped(result.contract().head().name())).append('"');
      StringBuilder text = new StringBuilder();
      LaneFinding.of(result)
          .forEach(each -> text.append(ProblemText.sentence(messages, each)).append('\n'));
      result
          .problems()
          .forEach(each -> text.append(ProblemText.sentence(messages, each)).append('\n'));
      switch (result.status()) {
        case KEPT -> out.append("/>\n");
        case BROKEN -> close(out, "failure", "broken", text);
        case ERROR -> close(out, "error", "not judged", text);
      }
    }
    return out.append("</testsuite>\n</testsuites>\n").toString();
  }

  private static void close(StringBuilder out, String element, String word, CharSequence text) {
    out.append("><").append(element).append(" message=\"").append(word).append("\">");
    out.append(escaped(text.toString())).append("</").append(element).append("></testcase>\n");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  boolean allowed =
                      c == '\n'
                          || c == '\t'
                          || c >= 0x20
                              && c != 0xFFFE
                              && c != 0xFFFF
                              && !(c >= 0xD800 && c <= 0xDFFF);
                  out.appendCodePoint(allowed ? c : '?');
                }
              }
            });
    return out.toString();
  }
}
