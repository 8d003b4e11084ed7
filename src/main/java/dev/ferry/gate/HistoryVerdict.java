package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges whether the history of what moved can still be followed from its new place. */
public final class HistoryVerdict {
  private HistoryVerdict() {}

  /** What following one move's history found. */
  public sealed interface Followed {
    /** The destination's history goes on into the source's. */
    record Reaches(Move move) implements Followed {}

    /**
     * It ends at the move.
     *
     * @param similarity in percent, or -1 where unknown
     */
    record Ends(Move move, int similarity) implements Followed {}
  }

  public static GateResult judge(List<Followed> followed, Duration took) {
    String gate = GateKind.HISTORY.configured();
    if (followed.isEmpty()) {
      Problem nothing = Problem.of(Code.T003, gate);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    List<Problem> problems = new ArrayList<>();
    for (Followed one : followed) {
      switch (one) {
        case Followed.Reaches reaches -> {
          // what is wanted
        }
        case Followed.Ends(Move move, int similarity) ->
            problems.add(
                Problem.at(
                    move.destination(),
                    0,
                    Code.T006,
                    move.destination(),
                    move.source(),
                    similarity < 0 ? "?" : String.valueOf(similarity)));
      }
    }
    Verdict verdict = problems.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    long good = followed.size() - problems.size();
    return new GateResult(gate, verdict, true, good, followed.size(), problems, took);
  }
}
