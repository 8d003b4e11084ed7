package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON bodies that the application sends, compared with those at base. */
final class BodyVerdictTest {
  private static final String ROUTE = "GET /a";
  private static final AppAnswer GOOD = sent("GET /z");

  private static AppAnswer sent(String operation, String... mismatches) {
    return answer(operation, Optional.of(new AnsweredBody(List.of(mismatches), List.of())));
  }

  private static AppAnswer unjudged(String operation, String... what) {
    return answer(operation, Optional.of(new AnsweredBody(List.of(), List.of(what))));
  }

  private static AppAnswer answer(String operation, Optional<AnsweredBody> body) {
    return new AppAnswer(operation, 200, List.of(), false, body, Optional.empty(), true);
  }

  private static GateResult judge(List<AppAnswer> base, List<AppAnswer> now, boolean strict) {
    return BodyVerdict.judge("syntax-served", "app", base, now, strict, Duration.ofMillis(7));
  }

  private static void isFound(AppAnswer was, AppAnswer now, Verdict verdict, Problem... expected) {
    GateResult result = judge(List.of(was), List.of(now, GOOD), false);
    assertThat(result)
        .isEqualTo(
            new GateResult(
                "syntax-served",
                verdict,
                true,
                expected.length == 0 ? 2 : 1,
                2,
                List.of(expected),
                Duration.ofMillis(7)));
  }

  @Test
  void bodiesAreComparedWithBase() {
    isFound(sent(ROUTE), sent(ROUTE), Verdict.PASS);
    isFound(sent(ROUTE), sent(ROUTE, "$: x"), Verdict.FAIL, Problem.of(Code.T057, ROUTE, "$: x"));
    isFound(
        sent(ROUTE, "$: x"),
        sent(ROUTE, "$: x"),
        Verdict.PASS,
        Problem.of(Code.T096, ROUTE, "$: x"));
    isFound(
        sent(ROUTE, "$: x"),
        sent(ROUTE, "$: x", "$: y"),
        Verdict.FAIL,
        Problem.of(Code.T057, ROUTE, "$: y"));
    isFound(
        sent("GET /b", "$: x"),
        sent(ROUTE, "$: x"),
        Verdict.FAIL,
        Problem.of(Code.T057, ROUTE, "$: x"));
  }

  @Test
  void whichItemOfAListIsWrongMakesNoDifference() {
    isFound(
        sent(ROUTE, "$[0].b[1]: x"),
        sent(ROUTE, "$[7].b[12]: x", "$[8].b[0]: x"),
        Verdict.PASS,
        Problem.of(Code.T096, ROUTE, "$[7].b[12]: x"));
  }

  @Test
  void ofManyTheFirstFiveAreToldAndHowManyMore() {
    isFound(
        sent(ROUTE),
        sent(ROUTE, "$: a", "$: b", "$: c", "$: d", "$: e"),
        Verdict.FAIL,
        Problem.of(Code.T057, ROUTE, "$: a; $: b; $: c; $: d; $: e"));
    isFound(
        sent(ROUTE),
        sent(ROUTE, "$: a", "$: b", "$: c", "$: d", "$: e", "$: f", "$: g"),
        Verdict.FAIL,
        Problem.of(Code.T057, ROUTE, "$: a; $: b; $: c; $: d; $: e; and 2 more"));
  }

  @Test
  void strictCountsWhatWasSoAtBase() {
    GateResult result =
        judge(List.of(sent(ROUTE, "$: x")), List.of(sent(ROUTE, "$: x"), GOOD), true);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T057, ROUTE, "$: x"));
  }

  @Test
  void noBodyAndNoGoodOneProveNothing() {
    GateResult none = judge(List.of(GOOD), List.of(answer(ROUTE, Optional.empty())), false);
    assertThat(none.verdict()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(none.denominator()).isZero();
    assertThat(none.findings()).containsExactly(Problem.of(Code.T095, "app"));
    GateResult all = judge(List.of(sent(ROUTE, "$: x")), List.of(sent(ROUTE, "$: x")), false);
    assertThat(all.verdict()).isEqualTo(Verdict.NO_WITNESS);
    assertThat(all.findings())
        .containsExactly(Problem.of(Code.T082, "app"), Problem.of(Code.T096, ROUTE, "$: x"));
  }

  @Test
  void whatWasNotJudgedIsToldOnceForAllBodies() {
    GateResult result =
        judge(List.of(), List.of(unjudged(ROUTE, "u", "v"), unjudged("GET /b", "u"), GOOD), false);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isEqualTo(3);
    assertThat(result.findings())
        .containsExactly(
            Problem.of(Code.T094, "u", "2", "3", ROUTE),
            Problem.of(Code.T094, "v", "1", "3", ROUTE));
  }
}
