package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges what still names the old place: what surely breaks blocks, the rest is told. */
public final class LeftoverVerdict {
  private static final int MOST_LISTED = 20;

  private LeftoverVerdict() {}

  /**
   * One mention of what moved.
   *
   * @param old as it stands there
   * @param fresh what it should say
   * @param confidence that something looks it up
   */
  public record Leftover(String path, int line, String old, String fresh, Confidence confidence) {}

  /**
   * @param atBase number of mentions before the move: those that had to be rewritten or told
   * @param searched number of files that were searched
   */
  public static GateResult judge(
      List<Leftover> leftovers, long atBase, long searched, Duration took) {
    String gate = GateKind.LEFTOVERS.configured();
    if (searched == 0) {
      Problem nothing = Problem.of(Code.T003, gate);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    List<Problem> findings = new ArrayList<>();
    long blocking = add(leftovers, Confidence.HIGH, Code.T040, findings);
    add(leftovers, Confidence.MEDIUM, Code.T041, findings);
    add(leftovers, Confidence.LOW, Code.T059, findings);
    Verdict verdict = blocking == 0 ? Verdict.PASS : Verdict.FAIL;
    // where nothing ever named the module, the files that were searched are the figure
    long all = atBase > 0 ? Math.max(atBase, leftovers.size()) : searched;
    return new GateResult(gate, verdict, true, all - leftovers.size(), all, findings, took);
  }

  private static long add(
      List<Leftover> leftovers, Confidence confidence, Code code, List<Problem> findings) {
    List<Leftover> such =
        leftovers.stream().filter(left -> left.confidence() == confidence).toList();
    such.stream()
        .limit(MOST_LISTED)
        .forEach(
            left ->
                findings.add(Problem.at(left.path(), left.line(), code, left.old(), left.fresh())));
    if (such.size() > MOST_LISTED) {
      findings.add(Problem.of(Code.T063, String.valueOf(such.size() - MOST_LISTED)));
    }
    return such.size();
  }
}
