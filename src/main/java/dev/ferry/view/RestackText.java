package dev.ferry.view;

import dev.ferry.model.ObjectId;
import java.util.List;

/** What became of open branches, for people and for programs. */
public final class RestackText {
  private final Messages messages;
  private final Palette palette;

  public RestackText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** One line, without colours: what happened, and why. */
  public String sentence(RestackRow row) {
    String told = ProblemText.sentence(messages, row.told());
    return row.why()
        .map(
            why -> told + ": " + ProblemText.sentence(messages, why) + " [" + why.code().id() + "]")
        .orElse(told);
  }

  /** The same with the mend below, for what somebody has to see to. */
  public String mended(RestackRow row) {
    String head = ProblemText.word(row.told().severity()) + "[" + row.told().code().id() + "]";
    return palette.of(row.told().severity(), head) + " " + sentence(row) + "\n" + mend(row);
  }

  /** The mend alone. */
  public String mend(RestackRow row) {
    return "  " + palette.faint("fix:") + " " + messages.fix(row.told());
  }

  /** {@code 3 open branches stand on an older main and merge as they are}. */
  public static String kept(long branches, String base) {
    return branches == 1
        ? "1 open branch stands on an older " + base + " and merges well as it is"
        : branches + " open branches stand on an older " + base + " and merge well as they are";
  }

  /** {@code ferry.restack/v1}. */
  public String json(List<RestackRow> rows, String base, ObjectId commit) {
    Json json = Json.document("ferry.restack/v1").text("base", base).text("commit", commit.hex());
    json.array(
        "branches",
        rows,
        (each, row) -> {
          each.text("module", row.module())
              .text("branch", row.branch())
              .text("result", row.result())
              .text("before", row.before().hex())
              .textOrNull("after", row.after().map(ObjectId::hex).orElse(null));
          ProblemJson.write(each, "told", row.told(), messages);
          row.why()
              .ifPresentOrElse(
                  why -> ProblemJson.write(each, "why", why, messages),
                  () -> each.textOrNull("why", null));
        });
    return json.end();
  }
}
