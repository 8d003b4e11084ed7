package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges whether every route that answered at base, and every one of now, answers. */
public final class EndpointVerdict {
  private EndpointVerdict() {}

  /**
   * @param application for messages
   */
  public static GateResult judge(
      String application,
      List<AppAnswer> base,
      List<AppAnswer> now,
      boolean strict,
      Duration took) {
    String gate = GateKind.ENDPOINTS.configured();
    if (now.isEmpty()) {
      Problem nothing = Problem.of(Code.T056, application);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    Map<String, AppAnswer> before = new TreeMap<>();
    base.forEach(answer -> before.put(answer.operation(), answer));
    List<Problem> blocking = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    long good = 0;
    for (AppAnswer answer : now) {
      AppAnswer was = before.get(answer.operation());
      if (!answer.isBroken() && !isLost(was, answer)) {
        good++;
      } else if (!strict && isNoWorse(was, answer)) {
        notes.add(Problem.of(Code.T055, answer.operation(), answer.shown()));
      } else {
        blocking.add(problem(was, answer));
      }
    }
    Verdict verdict = blocking.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    if (verdict == Verdict.PASS && good == 0) {
      verdict = Verdict.NO_WITNESS;
      blocking.add(Problem.of(Code.T082, application));
    }
    blocking.addAll(notes);
    return new GateResult(gate, verdict, true, good, now.size(), blocking, took);
  }

  /** A success that became the client's fault: the same question, another answer. */
  private static boolean isLost(@Nullable AppAnswer was, AppAnswer now) {
    return was != null && was.isSuccess() && now.status() >= 400;
  }

  private static boolean isNoWorse(@Nullable AppAnswer was, AppAnswer now) {
    return was != null && !isLost(was, now) && was.isBroken();
  }

  private static Problem problem(@Nullable AppAnswer was, AppAnswer now) {
    if (now.failure().isPresent()) {
      return Problem.of(Code.T058, now.operation(), now.failure().get());
    }
    String before = was == null ? "not there" : was.shown();
    return Problem.of(Code.T054, now.operation(), before, now.shown());
  }
}
