package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import dev.ferry.toolchain.TestResult.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TestVerdictTest {
  private static final Witness SEEN = new Witness.Seen(Set.of("t.py::a"));

  /** {@code p} passed, {@code f} failed, {@code e} error, {@code s} skipped, {@code x} xfailed. */
  private static TestReport report(String kinds) {
    Map<String, TestResult> results = new LinkedHashMap<>();
    for (int i = 0; i < kinds.length(); i++) {
      Kind kind =
          switch (kinds.charAt(i)) {
            case 'p' -> Kind.PASSED;
            case 'f' -> Kind.FAILED;
            case 'e' -> Kind.ERROR;
            case 's' -> Kind.SKIPPED;
            case 'x' -> Kind.EXPECTED_FAILURE;
            default -> throw new IllegalArgumentException(kinds);
          };
      results.put("t.py::" + (char) ('a' + i), new TestResult(kind, "told", 1));
    }
    return new TestReport("run", results);
  }

  private static GateResult judge(String base, String now, double minimum, int exit) {
    return judge(base, now, minimum, exit, false, Excuses.NONE, SEEN);
  }

  private static GateResult judge(
      String base,
      String now,
      double minimum,
      int exit,
      boolean strict,
      Excuses excuses,
      Witness witness) {
    return new TestVerdict("smoke", minimum, strict, UnaryOperator.identity())
        .judge(
            new BaseTests(report(base), Set.of()),
            new TestEvidence.Ran(report(now), exit, List.of(), List.of()),
            excuses,
            witness,
            Duration.ZERO);
  }

  private static List<Code> codes(GateResult result) {
    return result.findings().stream().map(Problem::code).toList();
  }

  @Test
  void skipsAreLeftOutOfTheRate() {
    GateResult result = judge("ppss", "ppss", 0.9, 0);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isEqualTo(2);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void belowTheMinimumFailsWithTheFigure() {
    // two new tests fail beside eighteen that pass
    GateResult result = judge("pppppppppppppppppp", "ppppppppppppppppppfff", 0.9, 1);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings()).contains(Problem.of(Code.T012, "18", "21", "85.7%", "90.0%"));
  }

  @Test
  void whereBaseIsBelowItsFigureIsTheThreshold() {
    assertThat(judge("ppff", "ppff", 0.9, 1).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge("ppff", "ppff", 0.9, 1, true, Excuses.NONE, SEEN).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatPassedAtBaseMustPass() {
    assertThat(codes(judge("pp", "pf", 0, 1))).containsExactly(Code.T008);
    assertThat(codes(judge("pp", "pe", 0, 1))).containsExactly(Code.T008);
    assertThat(codes(judge("pp", "ps", 0, 0))).containsExactly(Code.T007);
    assertThat(codes(judge("pp", "px", 0, 0))).containsExactly(Code.T007);
    assertThat(codes(judge("pp", "p", 0, 0))).containsExactly(Code.T009);
  }

  private static Excuses flaky(String id) {
    return new Excuses(Set.of(id), Map.of());
  }

  @Test
  void whatFailedByChanceIsExcusedAndToldWithItsFigures() {
    Excuses chance = new Excuses(Set.of(), Map.of("t.py::b", new Excuses.Chance(2, 6)));

    GateResult result = judge("pp", "pf", 0.9, 1, false, chance, SEEN);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings())
        .containsExactly(Problem.at("t.py", 1, Code.T100, "t.py::b", "2", "6", "failed: told"));
    assertThat(result.denominator()).as("it counts neither way").isEqualTo(1);
  }

  @Test
  void whatIsKnownToBeFlakyIsNoSuspect() {
    TestVerdict verdict = new TestVerdict("smoke", 0, false, UnaryOperator.identity());
    BaseTests base = new BaseTests(report("pp"), Set.of("t.py::b"));

    assertThat(verdict.suspects(base, report("ff"))).containsExactly("t.py::a");
  }

  @Test
  void suspectsAreExactlyThoseThatPassedAndDoNotNow() {
    TestVerdict verdict = new TestVerdict("smoke", 0, false, UnaryOperator.identity());

    assertThat(verdict.suspects(new BaseTests(report("pppfs"), Set.of()), report("pfsff")))
        .containsExactly("t.py::b", "t.py::c");
  }

  @Test
  void aFlakySuspectIsExcusedAndNoted() {
    GateResult result = judge("pp", "pf", 0.9, 1, false, flaky("t.py::b"), SEEN);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(codes(result)).containsExactly(Code.T016);
    assertThat(result.denominator()).as("it counts neither way").isEqualTo(1);
  }

  @Test
  void exitCodesThatNoResultsExplainAreErrors() {
    assertThat(codes(judge("p", "p", 0.9, 2))).containsExactly(Code.T015);
    assertThat(codes(judge("p", "p", 0.9, 5))).containsExactly(Code.T014);
    assertThat(judge("p", "", 0.9, 5).verdict()).as("all vanished").isEqualTo(Verdict.FAIL);
    assertThat(judge("", "", 0.9, 5).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(judge("ff", "ff", 0.9, 0).numerator()).isZero();
  }

  @Test
  void nothingButSkipsIsAnError() {
    assertThat(judge("ss", "ss", 0.0, 0).verdict()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void aModuleOutsideTheSlotIsAnError() {
    GateResult result =
        new TestVerdict("smoke", 0, false, UnaryOperator.identity())
            .judge(
                new BaseTests(report("p"), Set.of()),
                new TestEvidence.Ran(report("p"), 0, List.of("a.b\t/home/a/b.py"), List.of()),
                Excuses.NONE,
                SEEN,
                Duration.ZERO);

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.findings()).containsExactly(Problem.of(Code.T013, "a.b", "/home/a/b.py"));
  }

  @Test
  void withoutAWitnessAPassIsNone() {
    Witness none = new Witness.None(List.of(Problem.of(Code.T024, "a.b")));

    assertThat(judge("p", "p", 0.9, 0, false, Excuses.NONE, none).verdict())
        .isEqualTo(Verdict.NO_WITNESS);
    assertThat(judge("pp", "pf", 0.9, 1, false, Excuses.NONE, none).verdict())
        .as("a failure is told first")
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void longListsAreCutAndCounted() {
    GateResult result = judge("p".repeat(80), "f".repeat(80), 0, 1);

    assertThat(result.findings()).hasSize(51);
    assertThat(result.findings().getLast()).isEqualTo(Problem.of(Code.T017, "30"));
  }

  private static Problem at(Code code, char test, String shown) {
    return Problem.at("t.py", 1, code, "t.py::" + test, shown);
  }

  @Test
  void whatIsNewAndRedIsToldByItself() {
    assertThat(judge("p", "pfe", 0, 1).findings())
        .containsExactly(at(Code.T008, 'b', "failed: told"), at(Code.T008, 'c', "error: told"));
    assertThat(judge("p", "pps", 0, 0).findings()).as("new, and not red").isEmpty();
    assertThat(judge("pf", "pf", 0, 1).findings()).as("red at base").isEmpty();
    assertThat(judge("p", "pf", 0, 1, false, flaky("t.py::b"), SEEN).findings())
        .as("excused")
        .containsExactly(Problem.at("t.py", 0, Code.T016, "t.py::b"));
  }

  @Test
  void aNewFailureToCollectIsToldByItsFile() {
    TestReport broken =
        new TestReport(
            "run",
            Map.of(
                "t.py::a", new TestResult(Kind.PASSED, "", 1),
                "u.py", new TestResult(Kind.ERROR, "no module", 3)));
    GateResult result =
        new TestVerdict("smoke", 0, false, UnaryOperator.identity())
            .judge(
                new BaseTests(report("p"), Set.of()),
                new TestEvidence.Ran(broken, 1, List.of(), List.of()),
                Excuses.NONE,
                SEEN,
                Duration.ZERO);

    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().getFirst().code()).isEqualTo(Code.T010);
    assertThat(result.findings().getFirst().file()).isEqualTo("u.py");
    assertThat(result.findings().getFirst().line()).isEqualTo(3);
  }

  @Test
  void strictlyWhatIsRedAnywayCountsToo() {
    assertThat(judge("pfe", "pff", 0, 1, true, Excuses.NONE, SEEN).findings())
        .containsExactly(at(Code.T011, 'b', "failed: told"), at(Code.T011, 'c', "failed: told"));
    assertThat(judge("pf", "pp", 0, 0, true, Excuses.NONE, SEEN).findings()).isEmpty();
    assertThat(judge("pf", "p", 0, 0, true, Excuses.NONE, SEEN).findings()).isEmpty();
    assertThat(judge("pp", "pf", 0, 1, true, Excuses.NONE, SEEN).findings())
        .as("lost, and told once")
        .containsExactly(at(Code.T008, 'b', "failed: told"));
  }

  @Test
  void theMinimumItselfIsEnough() {
    // what was skipped at base is neither new nor lost, so that only the rate is left
    assertThat(judge("ppppppppps", "pppppppppf", 0.9, 1, true, Excuses.NONE, SEEN).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(codes(judge("pppppppps", "ppppppppf", 0.9, 1, true, Excuses.NONE, SEEN)))
        .containsExactly(Code.T012);
  }

  @Test
  void aListThatJustFitsIsNotCut() {
    assertThat(judge("p".repeat(50), "f".repeat(50), 0, 1).findings())
        .hasSize(50)
        .noneMatch(finding -> finding.code() == Code.T017);
  }

  @Test
  void whatIsFlakyAndPassesNeedsNoWord() {
    assertThat(judge("pp", "pp", 0.9, 0, false, flaky("t.py::b"), SEEN).findings()).isEmpty();
  }

  @Test
  void whatIsExcusedWeighsOnNeitherSideOfTheRate() {
    // 2/3 at base and 1/2 now, but without the excused one 1/2 on both sides
    assertThat(codes(judge("ppf", "pff", 0.9, 1, false, flaky("t.py::b"), SEEN)))
        .containsExactly(Code.T016);
    // a known red one that others join is below base all the same
    assertThat(codes(judge("pppf", "ppsf", 0.9, 1, false, flaky("t.py::b"), SEEN)))
        .containsExactly(Code.T007, Code.T012);
  }
}
