package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Routes and rate limits, judged by what the application answered. */
final class ApplicationVerdictTest {
  private static final String ROUTE = "GET /a";

  private static AppAnswer answer(String operation, int status) {
    return new AppAnswer(
        operation, status, List.of(), false, Optional.empty(), Optional.empty(), true);
  }

  private static AppAnswer missing(String operation) {
    return new AppAnswer(operation, 404, List.of(), true, Optional.empty(), Optional.empty(), true);
  }

  private static AppAnswer silent(String operation) {
    return new AppAnswer(
        operation, 0, List.of(), false, Optional.empty(), Optional.of("took too long"), true);
  }

  private static GateResult endpoints(List<AppAnswer> base, List<AppAnswer> now, boolean strict) {
    return EndpointVerdict.judge("app", base, now, strict, Duration.ofMillis(7));
  }

  private static void isFound(AppAnswer was, AppAnswer now, Problem... expected) {
    GateResult result = endpoints(List.of(was), List.of(now, answer("GET /z", 200)), false);
    assertThat(result.findings()).containsExactly(expected);
    boolean notes = List.of(expected).stream().allMatch(each -> each.code() == Code.T055);
    assertThat(result.verdict()).isEqualTo(notes ? Verdict.PASS : Verdict.FAIL);
    assertThat(result.numerator()).isEqualTo(expected.length == 0 ? 2 : 1);
    assertThat(result.denominator()).isEqualTo(2);
    assertThat(result.took()).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void routesAreComparedWithBase() {
    isFound(answer(ROUTE, 200), answer(ROUTE, 200));
    isFound(answer(ROUTE, 200), answer(ROUTE, 302));
    isFound(answer(ROUTE, 404), answer(ROUTE, 404));
    isFound(answer(ROUTE, 299), answer(ROUTE, 400), Problem.of(Code.T054, ROUTE, "299", "400"));
    isFound(answer(ROUTE, 200), answer(ROUTE, 405), Problem.of(Code.T054, ROUTE, "200", "405"));
    isFound(answer(ROUTE, 200), answer(ROUTE, 500), Problem.of(Code.T054, ROUTE, "200", "500"));
    isFound(answer(ROUTE, 300), answer(ROUTE, 401));
    isFound(answer(ROUTE, 300), answer(ROUTE, 500), Problem.of(Code.T054, ROUTE, "300", "500"));
    isFound(answer(ROUTE, 503), answer(ROUTE, 500), Problem.of(Code.T055, ROUTE, "500"));
    isFound(
        answer(ROUTE, 200),
        missing(ROUTE),
        Problem.of(Code.T054, ROUTE, "200", "404 (no such route)"));
    isFound(missing(ROUTE), missing(ROUTE), Problem.of(Code.T055, ROUTE, "404 (no such route)"));
    isFound(answer(ROUTE, 200), silent(ROUTE), Problem.of(Code.T058, ROUTE, "took too long"));
    isFound(silent(ROUTE), silent(ROUTE), Problem.of(Code.T055, ROUTE, "no answer"));
    isFound(
        answer("GET /other", 200),
        answer(ROUTE, 500),
        Problem.of(Code.T054, ROUTE, "not there", "500"));
    isFound(answer("GET /other", 200), answer(ROUTE, 404));
  }

  @Test
  void strictCountsWhatWasBrokenAtBase() {
    GateResult result = endpoints(List.of(answer(ROUTE, 500)), List.of(answer(ROUTE, 500)), true);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T054, ROUTE, "500", "500"));
  }

  @Test
  void nothingThatAnswersProvesNothing() {
    assertThat(endpoints(List.of(), List.of(), false).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(endpoints(List.of(), List.of(), false).findings())
        .containsExactly(Problem.of(Code.T056, "app"));
    GateResult all = endpoints(List.of(answer(ROUTE, 500)), List.of(answer(ROUTE, 500)), false);
    assertThat(all.verdict()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(all.findings())
        .containsExactly(Problem.of(Code.T082, "app"), Problem.of(Code.T055, ROUTE, "500"));
  }

  @SafeVarargs
  private static AppAnswer limited(String operation, int status, Map<String, String>... times) {
    return new AppAnswer(
        operation, status, List.of(times), false, Optional.empty(), Optional.empty(), true);
  }

  private static Map<String, String> left(String remaining) {
    return Map.of(
        "x-ratelimit-limit", "10", "x-ratelimit-remaining", remaining, "x-ratelimit-reset", "60");
  }

  private static GateResult limits(
      List<AppAnswer> base, List<AppAnswer> now, boolean strict, String... exempt) {
    return RateLimitVerdict.judge("app", base, now, List.of(exempt), strict, Duration.ofMillis(7));
  }

  @Test
  void successesAndMistakesOfTheClientTellTheLimit() {
    AppAnswer good = limited(ROUTE, 200, left("9"), left("8"));
    for (int status : new int[] {200, 299, 400, 499}) {
      GateResult result =
          limits(List.of(), List.of(good, limited("GET /b", status, Map.of())), false);
      assertThat(result.verdict()).as("%s", status).isEqualTo(Verdict.FAIL);
      assertThat(result.numerator()).isEqualTo(1);
      assertThat(result.denominator()).isEqualTo(2);
      assertThat(result.findings())
          .contains(Problem.of(Code.T051, "GET /b", String.valueOf(status), "X-RateLimit-Limit"));
    }
    for (int status : new int[] {199, 300, 399, 500}) {
      GateResult result =
          limits(List.of(), List.of(good, limited("GET /b", status, Map.of())), false);
      assertThat(result.verdict()).as("%s", status).isEqualTo(Verdict.PASS);
      assertThat(result.denominator()).isEqualTo(1);
      assertThat(result.took()).isEqualTo(Duration.ofMillis(7));
    }
  }

  @Test
  void whatIsNotThereOrNotDocumentedOrExemptIsNotJudged() {
    AppAnswer good = limited(ROUTE, 200, left("9"), left("8"));
    AppAnswer undocumented =
        new AppAnswer(
            "GET /b", 200, List.of(Map.of()), false, Optional.empty(), Optional.empty(), false);
    AppAnswer lost =
        new AppAnswer(
            "GET /b", 404, List.of(Map.of()), true, Optional.empty(), Optional.empty(), true);
    AppAnswer cut =
        new AppAnswer(
            "GET /b", 200, List.of(Map.of()), false, Optional.empty(), Optional.of("cut"), true);
    for (AppAnswer other : List.of(undocumented, lost, cut)) {
      assertThat(limits(List.of(), List.of(good, other), false).denominator()).isEqualTo(1);
    }
    AppAnswer bare = limited("GET /up/a", 200, Map.of());
    for (String exempt : List.of("/up/a", "GET /up/a", "/up*", "GET /up*", "/up/a*")) {
      assertThat(limits(List.of(), List.of(good, bare), false, exempt).verdict())
          .as(exempt)
          .isEqualTo(Verdict.PASS);
    }
    for (String exempt : List.of("/up", "GET /up", "POST /up*", "/a*", "up/a")) {
      assertThat(limits(List.of(), List.of(good, bare), false, exempt).verdict())
          .as(exempt)
          .isEqualTo(Verdict.FAIL);
    }
    GateResult none = limits(List.of(), List.of(bare), false, "/up*");
    assertThat(none.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(none.findings()).containsExactly(Problem.of(Code.T056, "app"));
  }

  @Test
  void aFaultOfBaseIsKnownWhateverItsValues() {
    AppAnswer good = limited(ROUTE, 200, left("9"), left("8"));
    AppAnswer before = limited("GET /b", 200, left("1.5"));
    AppAnswer after = limited("GET /b", 200, left("2.5"));

    GateResult result = limits(List.of(before), List.of(good, after), false);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings())
        .containsExactly(Problem.of(Code.T055, "GET /b", "without a usable rate limit"));
    assertThat(limits(List.of(before), List.of(good, after), true).findings())
        .contains(
            Problem.of(
                Code.T052, "GET /b", "200", "X-RateLimit-Remaining is '2.5', no whole number"));
    assertThat(limits(List.of(before), List.of(after), false).findings())
        .startsWith(Problem.of(Code.T082, "app"));
    assertThat(limits(List.of(before), List.of(after), false).verdict())
        .isEqualTo(Verdict.NO_WITNESS);
  }

  @Test
  void whatNeverChangesIsAStub() {
    GateResult stub = limits(List.of(), List.of(limited(ROUTE, 200, left("9"), left("9"))), false);
    assertThat(stub.verdict()).isEqualTo(Verdict.PASS);
    assertThat(stub.findings()).containsExactly(Problem.of(Code.T053, ROUTE, "10/9/60", "2"));
    assertThat(limits(List.of(), List.of(limited(ROUTE, 200, left("9"))), false).findings())
        .as("asked once, nothing can be said")
        .isEmpty();
    assertThat(
            limits(List.of(), List.of(limited(ROUTE, 200, left("9"), left("8"))), false).findings())
        .isEmpty();
    assertThat(
            limits(List.of(), List.of(limited(ROUTE, 200, Map.of(), Map.of())), false).findings())
        .extracting(Problem::code)
        .containsOnly(Code.T051);
  }

  @Test
  void withoutHeadersAtAllNothingIsWrong() {
    AppAnswer none = answer(ROUTE, 200);
    assertThat(limits(List.of(), List.of(none), false).numerator()).isEqualTo(1);
  }
}
