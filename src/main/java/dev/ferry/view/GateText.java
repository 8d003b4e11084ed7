package dev.ferry.view;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import dev.ferry.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What gates say, one line a verdict and one a finding:
 *
 * <pre>
 * FAIL             smoke        18/21 (85.7%)  4.12 s
 *   smoke  new failure: tests/smoke/test_x.py::test_y
 * </pre>
 */
public final class GateText {
  private static final int LONGEST_WORD = "PASS (unproven)".length();
  private static final int NAME_WIDTH = 12;

  private final Messages messages;
  private final Palette palette;

  public GateText(Messages messages, Palette palette) {
    this.messages = messages;
    this.palette = palette;
  }

  /** The verdict's line and those of its findings, each with its end. */
  public String render(GateResult result) {
    StringBuilder out = new StringBuilder(verdict(result)).append('\n');
    for (Problem finding : result.findings()) {
      out.append("  ").append(finding(result.gate(), finding)).append('\n');
    }
    return out.toString();
  }

  /** The same, with what to do about each kind of finding behind the first of it. */
  public String advising(GateResult result) {
    StringBuilder out = new StringBuilder(verdict(result)).append('\n');
    Set<Code> advised = new HashSet<>();
    for (Problem finding : result.findings()) {
      out.append("  ").append(finding(result.gate(), finding)).append('\n');
      if (finding.severity() != Severity.NOTE && advised.add(finding.code())) {
        out.append("    fix: ").append(messages.fix(finding));
        out.append("  [").append(finding.code().id()).append("]\n");
      }
    }
    return out.toString();
  }

  /** The verdict's line alone, without its end. */
  public String verdict(GateResult result) {
    String word = word(result);
    String name = Printable.line(result.gate());
    StringBuilder out = new StringBuilder();
    out.append(palette.of(result.verdict(), word)).append(" ".repeat(LONGEST_WORD - word.length()));
    out.append("  ").append(name).append(" ".repeat(Math.max(0, NAME_WIDTH - name.length())));
    if (result.denominator() > 0) {
      out.append(' ').append(Spans.share(result.numerator(), result.denominator())).append(' ');
    }
    return out.append(' ').append(palette.faint(Spans.text(result.took()))).toString();
  }

  /** {@code schema core/x.py:12 cannot resolve 'labs.old.x' (new since base)}. */
  public String finding(String gate, Problem finding) {
    return Printable.line(gate) + "  " + ProblemText.sentence(messages, finding);
  }

  /** {@code PASS}, {@code PASS (unproven)}, {@code FAIL}, {@code ERROR}, {@code NO WITNESS}. */
  public static String word(GateResult result) {
    return result.verdict() == Verdict.PASS && !result.proven()
        ? "PASS (unproven)"
        : word(result.verdict());
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "PASS";
      case FAIL -> "FAIL";
      case ERROR -> "ERROR";
      case NO_WITNESS -> "NO WITNESS";
      case SKIPPED -> "SKIPPED";
    };
  }

  /**
   * How much the gates prove together: empty where every one is a plain pass. One gate with a
   * witness is enough: it would have noticed.
   */
  static String proof(List<GateResult> gates) {
    boolean unseen = gates.stream().anyMatch(gate -> gate.verdict() == Verdict.NO_WITNESS);
    if (unseen && gates.stream().noneMatch(GateText::hasWitness)) {
      return "NO WITNESS";
    }
    return gates.stream().anyMatch(gate -> gate.verdict() == Verdict.PASS && !gate.proven())
        ? "unproven"
        : "";
  }

  private static boolean hasWitness(GateResult gate) {
    boolean runsTests =
        GateKind.named(gate.gate())
            .filter(kind -> kind == GateKind.MODULE_TEST || kind == GateKind.SMOKE)
            .isPresent();
    return runsTests && gate.verdict() == Verdict.PASS && gate.proven();
  }
}
