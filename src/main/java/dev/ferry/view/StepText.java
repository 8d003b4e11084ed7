package dev.ferry.view;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.time.Duration;
import java.util.Locale;

/**
 * The nine steps as they end:
 *
 * <pre>
 * [3/9] CREATE_TESTS    left out  0.01 s
 *       no test is written for core/x.py: ...
 * </pre>
 */
public final class StepText {
  private static final int NAME_WIDTH = 14;
  private static final int RESULT_WIDTH = 8;

  private final Messages messages;
  private final Palette palette;

  public StepText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** The step's line and those of its notes, each with its end. */
  public String render(StepEnd end) {
    StringBuilder out = new StringBuilder(line(end)).append('\n');
    for (Problem note : end.notes()) {
      out.append("      ").append(ProblemText.sentence(messages, note)).append('\n');
    }
    return out.toString();
  }

  /** The step's line alone, without its end. */
  public String line(StepEnd end) {
    String name = end.step().name();
    String result = word(end.result());
    return "["
        + (end.step().ordinal() + 1)
        + "/"
        + Step.values().length
        + "] "
        + name
        + " ".repeat(NAME_WIDTH - name.length())
        + "  "
        + coloured(end.result(), result)
        + " ".repeat(RESULT_WIDTH - result.length())
        + "  "
        + palette.faint(Spans.text(end.took()));
  }

  /** {@code 7 s}, {@code 3 min 05 s}: for what is still going on. */
  public static String whole(Duration elapsed) {
    return elapsed.toMinutes() == 0 ? elapsed.toSeconds() + " s" : Spans.text(elapsed);
  }

  private String coloured(StepEnd.Result result, String word) {
    return switch (result) {
      case DONE -> palette.good(word);
      case LEFT_OUT -> palette.faint(word);
      case STOPPED -> palette.bad(word);
    };
  }

  static String word(StepEnd.Result result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
