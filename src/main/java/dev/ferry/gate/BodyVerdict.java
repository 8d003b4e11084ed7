package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether the JSON that an application sends is what its OpenAPI document says. */
public final class BodyVerdict {
  /** Of one body; more of them seldom say more. */
  private static final int MOST_TOLD = 5;

  private BodyVerdict() {}

  /**
   * @param gate the name of its result
   * @param application for messages
   */
  public static GateResult judge(
      String gate,
      String application,
      List<AppAnswer> base,
      List<AppAnswer> now,
      boolean strict,
      Duration took) {
    Map<String, Set<String>> before = new HashMap<>();
    base.forEach(
        answer ->
            before.put(
                answer.operation(),
                answer.body().stream()
                    .flatMap(body -> body.mismatches().stream())
                    .map(BodyVerdict::anywhere)
                    .collect(Collectors.toSet())));
    List<Problem> blocking = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    long good = 0;
    long counted = 0;
    for (AppAnswer answer : now) {
      Optional<AnsweredBody> body = answer.body();
      if (body.isEmpty()) {
        continue;
      }
      counted++;
      Map<String, String> mismatches = byPlace(body.get());
      good += mismatches.isEmpty() ? 1 : 0;
      Set<String> known = before.getOrDefault(answer.operation(), Set.of());
      List<String> fresh =
          mismatches.entrySet().stream()
              .filter(each -> strict || !known.contains(each.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (!fresh.isEmpty()) {
        blocking.add(Problem.of(Code.T057, answer.operation(), shown(fresh)));
      } else if (!mismatches.isEmpty()) {
        String shown = shown(List.copyOf(mismatches.values()));
        notes.add(Problem.of(Code.T096, answer.operation(), shown));
      }
    }
    Verdict verdict = blocking.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    if (blocking.isEmpty() && good == 0) {
      verdict = Verdict.NO_WITNESS;
      blocking.add(Problem.of(counted == 0 ? Code.T095 : Code.T082, application));
    }
    blocking.addAll(notes);
    blocking.addAll(unjudged(now, counted));
    return new GateResult(gate, verdict, true, good, counted, blocking, took);
  }

  /** The first item of a list that is wrong speaks for all that are wrong in the same way. */
  private static Map<String, String> byPlace(AnsweredBody body) {
    Map<String, String> places = new LinkedHashMap<>();
    body.mismatches().forEach(each -> places.putIfAbsent(anywhere(each), each));
    return places;
  }

  /** Lists grow and shrink: which item it is makes no difference. */
  private static String anywhere(String mismatch) {
    return mismatch.replaceAll("\\[\\d+]", "[]");
  }

  private static String shown(List<String> mismatches) {
    String first = mismatches.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
    int more = mismatches.size() - MOST_TOLD;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static List<Problem> unjudged(List<AppAnswer> answers, long counted) {
    Map<String, List<String>> operations = new LinkedHashMap<>();
    for (AppAnswer answer : answers) {
      answer
          .body()
          .ifPresent(
              body ->
                  body.unjudged()
                      .forEach(
                          what ->
                              operations
                                  .computeIfAbsent(what, any -> new ArrayList<>())
                                  .add(answer.operation())));
    }
    List<Problem> notes = new ArrayList<>();
    operations.forEach(
        (what, where) ->
            notes.add(
                Problem.of(
                    Code.T094,
                    what,
                    String.valueOf(where.size()),
                    String.valueOf(counted),
                    where.getFirst())));
    return notes;
  }
}
