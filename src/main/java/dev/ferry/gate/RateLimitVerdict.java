package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges whether every operation tells its rate limit, in a way that clients can use. */
public final class RateLimitVerdict {
  private RateLimitVerdict() {}

  /**
   * @param application for messages
   * @param exempt operations, or their paths, that need no limit; an asterisk at the end stands for
   *     any rest
   */
  public static GateResult judge(
      String application,
      List<AppAnswer> base,
      List<AppAnswer> now,
      List<String> exempt,
      boolean strict,
      Duration took) {
    String gate = GateKind.RATE_LIMITS.configured();
    List<AppAnswer> asked =
        now.stream()
            .filter(answer -> !isExempt(answer.operation(), exempt))
            .filter(answer -> answer.documented() && counts(answer))
            .toList();
    if (asked.isEmpty()) {
      Problem nothing = Problem.of(Code.T056, application);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    Set<String> known = new HashSet<>();
    if (!strict) {
      base.forEach(answer -> faults(answer).forEach(fault -> known.add(fault.key())));
    }
    List<Problem> blocking = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    long good = 0;
    for (AppAnswer answer : asked) {
      List<Fault> faults = faults(answer);
      good += faults.isEmpty() ? 1 : 0;
      List<Fault> fresh = faults.stream().filter(fault -> !known.contains(fault.key())).toList();
      fresh.forEach(fault -> blocking.add(fault.problem()));
      if (!faults.isEmpty() && fresh.isEmpty()) {
        notes.add(Problem.of(Code.T055, answer.operation(), "without a usable rate limit"));
      }
      stub(answer, notes);
    }
    Verdict verdict = blocking.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    if (verdict == Verdict.PASS && good == 0) {
      verdict = Verdict.NO_WITNESS;
      blocking.add(Problem.of(Code.T082, application));
    }
    blocking.addAll(notes);
    return new GateResult(gate, verdict, true, good, asked.size(), blocking, took);
  }

  /** The headers are asked for on successes and on the client's mistakes. */
  private static boolean counts(AppAnswer answer) {
    return answer.failure().isEmpty()
        && !answer.routeMissing()
        && (answer.isSuccess() || (answer.status() >= 400 && answer.status() < 500));
  }

  private static boolean isExempt(String operation, List<String> exempt) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    return exempt.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                        || operation.startsWith(pattern.substring(0, pattern.length() - 1))
                    : path.equals(pattern) || operation.equals(pattern));
  }

  /**
   * What is wrong with an answer's headers.
   *
   * @param kind the same wherever it is the same fault, whatever the values are
   */
  private record Fault(String operation, String kind, Problem problem) {
    String key() {
      return operation + "\n" + kind;
    }
  }

  private static List<Fault> faults(AppAnswer answer) {
    List<Fault> faults = new ArrayList<>();
    if (answer.headers().isEmpty()) {
      return faults;
    }
    RateLimitHeaders.Told told = RateLimitHeaders.of(answer.headers().getFirst());
    String operation = answer.operation();
    String status = String.valueOf(answer.status());
    told.missing()
        .forEach(
            name ->
                faults.add(
                    new Fault(operation, name, Problem.of(Code.T051, operation, status, name))));
    told.mistakes()
        .forEach(
            (kind, what) ->
                faults.add(
                    new Fault(operation, kind, Problem.of(Code.T052, operation, status, what))));
    return faults;
  }

  /** Headers that stay the same however often it is asked. */
  private static void stub(AppAnswer answer, List<Problem> notes) {
    List<Map<String, String>> times = answer.headers();
    if (times.size() < 2 || !RateLimitHeaders.of(times.getFirst()).missing().isEmpty()) {
      return;
    }
    long different =
        times.stream().map(headers -> RateLimitHeaders.of(headers).values()).distinct().count();
    if (different == 1) {
      notes.add(
          Problem.of(
              Code.T053,
              answer.operation(),
              RateLimitHeaders.of(times.getFirst()).values(),
              String.valueOf(times.size())));
    }
  }
}
