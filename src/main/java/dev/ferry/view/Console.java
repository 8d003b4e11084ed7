package dev.ferry.view;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command speaks: data to standard output, narration to standard error. Not for several
 * threads at once: workers return results, one place prints.
 */
public final class Console {
  /** How much narration there is. */
  public enum Loudness {
    QUIET,
    NORMAL,
    VERBOSE
  }

  private final PrintWriter out;
  private final PrintWriter err;
  private final Palette outPalette;
  private final Palette errPalette;
  private final Loudness loudness;
  private final Messages messages;

  public Console(
      PrintWriter out,
      PrintWriter err,
      Palette outPalette,
      Palette errPalette,
      Loudness loudness,
      Messages messages) {
    this.out = out;
    this.err = err;
    this.outPalette = outPalette;
    this.errPalette = errPalette;
    this.loudness = loudness;
    this.messages = messages;
  }

  /** What was asked for: never suppressed, never mixed with narration. */
  public void data(String text) {
    out.print(text);
    if (!text.endsWith("\n") && !text.isEmpty()) {
      out.print('\n');
    }
    out.flush();
  }

  /** A line about what happens; silent with {@code -q}. */
  public void narrate(String line) {
    if (loudness != Loudness.QUIET) {
      err.println(line);
      err.flush();
    }
  }

  /** A line for those who asked for more. */
  public void detail(String line) {
    if (loudness == Loudness.VERBOSE) {
      err.println(line);
      err.flush();
    }
  }

  /** Problems with their mends; with {@code -q} errors only. */
  public void tell(List<Problem> problems) {
    List<Problem> told =
        loudness == Loudness.QUIET
            ? problems.stream().filter(p -> p.severity() == Severity.ERROR).toList()
            : problems;
    err.print(new ProblemText(messages, errPalette).render(told));
    err.flush();
  }

  /** Lines about something that somebody has to see to; with {@code -q} errors only. */
  public void warn(Severity severity, String lines) {
    if (loudness != Loudness.QUIET || severity == Severity.ERROR) {
      err.println(lines);
      err.flush();
    }
  }

  /** Colours for what goes to standard output. */
  public Palette outPalette() {
    return outPalette;
  }

  /** Colours for what goes to standard error. */
  public Palette errPalette() {
    return errPalette;
  }

  public Messages messages() {
    return messages;
  }
}
