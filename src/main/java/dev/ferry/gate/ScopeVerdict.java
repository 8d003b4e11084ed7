package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges whether a commit changes what its move needs, and nothing else. */
public final class ScopeVerdict {
  private ScopeVerdict() {}

  /** What became of a path between base and candidate. */
  public enum Change {
    ADDED("added"),
    CHANGED("changed"),
    DELETED("deleted");

    private final String word;

    Change(String word) {
      this.word = word;
    }
  }

  /**
   * @param changes every path that differs
   * @param closure paths that the move may touch
   */
  public static GateResult judge(Map<String, Change> changes, Set<String> closure, Duration took) {
    String gate = GateKind.SCOPE.configured();
    if (changes.isEmpty()) {
      Problem nothing = Problem.of(Code.T003, gate);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    List<Problem> outside = new ArrayList<>();
    changes.entrySet().stream()
        .filter(change -> !closure.contains(change.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            change ->
                outside.add(Problem.at(change.getKey(), 0, Code.T042, change.getValue().word)));
    Verdict verdict = outside.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    long inside = changes.size() - outside.size();
    return new GateResult(gate, verdict, true, inside, changes.size(), outside, took);
  }
}
