package dev.ferry.view;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Problems as people read them:
 *
 * <pre>
 * error[FRY-B004] batch_core.tsv:17: source labs/x.py does not exist
 *   fix: ...
 * </pre>
 */
public final class ProblemText {
  private final Messages messages;
  private final Palette palette;

  public ProblemText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** Two lines: what is wrong, and the mend; without a line end after the last. */
  public String render(Problem problem) {
    String head = word(problem.severity()) + "[" + problem.code().id() + "]";
    return palette.of(problem.severity(), head)
        + " "
        + where(problem)
        + messages.says(problem)
        + "\n  "
        + palette.faint("fix:")
        + " "
        + messages.fix(problem);
  }

  /** As {@link #render}, all of them, errors first, each group in the order given. */
  public String render(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Severity severity : Severity.values()) {
      for (Problem problem : problems) {
        if (problem.severity() == severity) {
          out.append(render(problem)).append('\n');
        }
      }
    }
    return out.toString();
  }

  /** One line without the mend: {@code core/x.py:12 cannot resolve ...}. */
  public String sentence(Problem problem) {
    return sentence(messages, problem);
  }

  static String sentence(Messages messages, Problem problem) {
    String place = place(problem);
    return place.isEmpty() ? messages.says(problem) : place + " " + messages.says(problem);
  }

  /** {@code 2 errors, 1 warning}; nothing for no problems. */
  public static String tally(long errors, long warnings, long notes) {
    StringBuilder out = new StringBuilder();
    count(out, errors, "error");
    count(out, warnings, "warning");
    count(out, notes, "note");
    return out.toString();
  }

  private static void count(StringBuilder out, long count, String noun) {
    if (count > 0) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "%,d", count))
          .append(' ')
          .append(noun)
          .append(count == 1 ? "" : "s");
    }
  }

  private static String where(Problem problem) {
    String place = place(problem);
    return place.isEmpty() ? "" : place + ": ";
  }

  static String place(Problem problem) {
    @Nullable String file = problem.file();
    if (file == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(Printable.line(file));
    if (problem.line() > 0) {
      out.append(':').append(problem.line());
      if (problem.column() > 0) {
        out.append(':').append(problem.column());
      }
    }
    return out.toString();
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
