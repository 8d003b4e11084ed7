package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges whether the touched files still parse. */
public final class SyntaxVerdict {
  private SyntaxVerdict() {}

  /**
   * One touched file.
   *
   * @param problem what is wrong with it at the candidate, or null
   * @param brokenBefore whether it did not parse at base either
   */
  public record Judged(String path, @Nullable Problem problem, boolean brokenBefore) {}

  /**
   * @param proven false where no interpreter could be asked
   * @param strict whether files that were broken at base block as well
   */
  public static GateResult judge(
      List<Judged> files, boolean proven, boolean strict, Duration took) {
    if (files.isEmpty()) {
      Problem nothing = Problem.of(Code.T003, GateKind.SYNTAX.configured());
      return new GateResult(
          GateKind.SYNTAX.configured(), Verdict.ERROR, proven, 0, 0, List.of(nothing), took);
    }
    List<Problem> blocking = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    for (Judged file : files) {
      if (file.problem() == null) {
        continue;
      }
      if (file.brokenBefore() && !strict) {
        notes.add(Problem.at(file.path(), file.problem().line(), Code.T002));
      } else {
        blocking.add(file.problem());
      }
    }
    Verdict verdict = blocking.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    long good = files.size() - blocking.size();
    blocking.addAll(notes);
    return new GateResult(
        GateKind.SYNTAX.configured(), verdict, proven, good, files.size(), blocking, took);
  }
}
