package dev.ferry.view;

import dev.ferry.config.Configured.InEffect;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Map;

/**
 * What a run needs, one line each: found, or how to mend.
 *
 * <pre>
 * ok       git version    git 2.39
 * missing  tests          .venv/bin/python has no pytest [FRY-E005]
 *          fix: ...
 * </pre>
 */
public final class DoctorText {
  private static final int MARK = 7;
  private static final int SUBJECT = 13;

  private final Messages messages;
  private final Palette palette;

  public DoctorText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** The lines of one finding, each with its end. */
  public String render(String subject, Problem found) {
    String says = ProblemText.sentence(messages, found);
    String head = mark(found) + "  " + padded(subject, SUBJECT) + "  ";
    return switch (found.severity()) {
      case NOTE -> head + says + "\n";
      case ERROR, WARNING ->
          head
              + says
              + " ["
              + found.code().id()
              + "]\n"
              + " ".repeat(MARK + 2)
              + palette.faint("fix:")
              + " "
              + messages.fix(found)
              + "\n";
    };
  }

  private String mark(Problem found) {
    return switch (found.severity()) {
      case NOTE -> palette.good(padded("ok", MARK));
      case WARNING -> palette.doubtful(padded("warning", MARK));
      case ERROR -> palette.bad(padded("missing", MARK));
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /**
   * {@code ferry.doctor/v1}.
   *
   * @param findings subject and what was found, in order
   */
  public String json(
      List<Map.Entry<String, Problem>> findings, boolean ready, List<InEffect> settings) {
    Json json = Json.document("ferry.doctor/v1").truth("ready", ready);
    json.array(
        "findings",
        findings,
        (each, finding) -> {
          each.text("subject", finding.getKey());
          ProblemJson.properties(each, finding.getValue(), messages);
        });
    SettingsText.array(json, settings);
    return json.end();
  }
}
