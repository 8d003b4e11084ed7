package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import dev.ferry.toolchain.TestResult.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges a test run against the same tests at base: what passed there passes now, nothing new is
 * red, and the pass rate holds.
 *
 * @param gate the gate's name
 * @param minimum of passed / (passed + failed + errors); where base is below, base's figure counts
 * @param strict whether what is red at base counts as well
 * @param toCandidate the id at the candidate of a test at base
 */
public record TestVerdict(
    String gate, double minimum, boolean strict, UnaryOperator<String> toCandidate) {
  /** Findings beyond these are counted, not listed. */
  private static final int MOST_LISTED = 50;

  private static final int LONGEST_MESSAGE = 300;
  private static final int NO_TESTS = 5;

  /**
   * Tests at base that have to be tried again before they are held against the candidate: they
   * passed there and do not now.
   */
  public Set<String> suspects(BaseTests base, TestReport candidate) {
    Set<String> suspects = new LinkedHashSet<>();
    for (String id : base.passed()) {
      TestResult now = candidate.results().get(toCandidate.apply(id));
      if (now == null || !now.passed()) {
        suspects.add(id);
      }
    }
    return suspects;
  }

  /**
   * @param excuses of those suspects whose failure proved to be chance
   */
  public GateResult judge(
      BaseTests base, TestEvidence candidate, Excuses excuses, Witness witness, Duration took) {
    return switch (candidate) {
      case TestEvidence.NoResults none ->
          new GateResult(gate, Verdict.ERROR, true, 0, 0, none.findings(), took);
      case TestEvidence.Ran ran -> judge(base, ran, excuses, witness, took);
    };
  }

  private GateResult judge(
      BaseTests base, TestEvidence.Ran ran, Excuses excuses, Witness witness, Duration took) {
    Set<String> excused = new LinkedHashSet<>(base.flaky());
    excused.addAll(excuses.flakyAtBase());
    excused.addAll(excuses.unsteady().keySet());
    Set<String> excusedNow = new LinkedHashSet<>();
    excused.forEach(id -> excusedNow.add(toCandidate.apply(id)));
    Figure now = Figure.of(ran.report(), excusedNow);

    List<Problem> failures = new ArrayList<>(newlyRed(base, ran.report(), excusedNow));
    failures.addAll(lost(base, ran.report(), excused));
    if (strict) {
      failures.addAll(redAnyway(base, ran.report()));
    }
    Figure before = Figure.of(without(base.report(), excused), Set.of());
    boolean holds = Figure.of(without(ran.report(), excusedNow), Set.of()).isAtLeast(before);
    below(now, !strict && before.ran() > 0 && holds).ifPresent(failures::add);
    List<Problem> errors = errors(ran, now);
    List<Problem> notes = new ArrayList<>(excusesTold(excused, excuses, ran.report()));
    notes.addAll(ran.notes());
    return conclude(now, failures, errors, notes, witness, took);
  }

  private GateResult conclude(
      Figure now,
      List<Problem> failures,
      List<Problem> errors,
      List<Problem> notes,
      Witness witness,
      Duration took) {
    List<Problem> findings = new ArrayList<>(bounded(failures));
    findings.addAll(bounded(errors));
    Verdict verdict = Verdict.PASS;
    if (!errors.isEmpty()) {
      verdict = Verdict.ERROR;
    }
    if (!failures.isEmpty()) {
      verdict = Verdict.FAIL;
    }
    if (verdict == Verdict.PASS && witness instanceof Witness.None(List<Problem> why)) {
      verdict = Verdict.NO_WITNESS;
      findings.addAll(why);
    }
    findings.addAll(bounded(notes));
    return new GateResult(gate, verdict, true, now.passed(), now.ran(), findings, took);
  }

  /** Red now, and not known at base: a new collection failure among them. */
  private List<Problem> newlyRed(BaseTests base, TestReport now, Set<String> excusedNow) {
    Map<String, TestResult> known = new LinkedHashMap<>();
    base.report().results().forEach((id, result) -> known.put(toCandidate.apply(id), result));
    List<Problem> problems = new ArrayList<>();
    now.results()
        .forEach(
            (id, result) -> {
              if (result.isRed() && !known.containsKey(id) && !excusedNow.contains(id)) {
                String file = TestReport.fileOf(id);
                problems.add(
                    id.contains("::")
                        ? Problem.at(file, result.line(), Code.T008, id, shown(result))
                        : Problem.at(file, result.line(), Code.T010, shown(result)));
              }
            });
    return problems;
  }

  /** Passed at base; failed, left out or vanished now. */
  private List<Problem> lost(BaseTests base, TestReport now, Set<String> excused) {
    List<Problem> problems = new ArrayList<>();
    for (String id : base.passed()) {
      String idNow = toCandidate.apply(id);
      TestResult result = now.results().get(idNow);
      if (excused.contains(id) || (result != null && result.passed())) {
        continue;
      }
      String file = TestReport.fileOf(idNow);
      if (result == null) {
        problems.add(Problem.at(file, 0, Code.T009, idNow));
      } else {
        Code code = result.isRed() ? Code.T008 : Code.T007;
        problems.add(Problem.at(file, result.line(), code, idNow, shown(result)));
      }
    }
    return problems;
  }

  private List<Problem> redAnyway(BaseTests base, TestReport now) {
    List<Problem> problems = new ArrayList<>();
    base.report()
        .results()
        .forEach(
            (id, before) -> {
              TestResult result = now.results().get(toCandidate.apply(id));
              if (before.isRed() && result != null && result.isRed()) {
                problems.add(
                    Problem.at(
                        TestReport.fileOf(toCandidate.apply(id)),
                        result.line(),
                        Code.T011,
                        toCandidate.apply(id),
                        shown(result)));
              }
            });
    return problems;
  }

  /** A test that is excused counts for neither side: it would weigh on one of them only. */
  private static TestReport without(TestReport report, Set<String> excused) {
    Map<String, TestResult> rest = new LinkedHashMap<>(report.results());
    rest.keySet().removeAll(excused);
    return new TestReport(report.run(), rest);
  }

  /**
   * @param asAtBase whether the tests do as well as they did at base, which is enough
   */
  private java.util.Optional<Problem> below(Figure now, boolean asAtBase) {
    if (now.ran() == 0 || now.passed() >= minimum * now.ran() || asAtBase) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        Problem.of(
            Code.T012,
            String.valueOf(now.passed()),
            String.valueOf(now.ran()),
            percent(now.passed() / (double) now.ran()),
            percent(minimum)));
  }

  private static List<Problem> errors(TestEvidence.Ran ran, Figure now) {
    List<Problem> errors = new ArrayList<>();
    for (String foreign : ran.foreign()) {
      String[] parts = foreign.split("\t", 2);
      errors.add(Problem.of(Code.T013, parts[0], parts[parts.length - 1]));
    }
    if (ran.exitCode() == NO_TESTS || now.ran() == 0) {
      errors.add(Problem.of(Code.T014));
    } else if (ran.exitCode() != 0 && ran.exitCode() != 1) {
      errors.add(Problem.of(Code.T015, String.valueOf(ran.exitCode())));
    }
    return errors;
  }

  private List<Problem> excusesTold(Set<String> excused, Excuses excuses, TestReport now) {
    List<Problem> notes = new ArrayList<>();
    for (String id : excused) {
      TestResult result = now.results().get(toCandidate.apply(id));
      if (result != null && result.passed()) {
        continue;
      }
      Excuses.Chance chance = excuses.unsteady().get(id);
      notes.add(
          chance == null
              ? Problem.at(TestReport.fileOf(id), 0, Code.T016, id)
              : unsteady(id, chance, result));
    }
    return notes;
  }

  private static Problem unsteady(String id, Excuses.Chance chance, @Nullable TestResult result) {
    return Problem.at(
        TestReport.fileOf(id),
        result == null ? 0 : result.line(),
        Code.T100,
        id,
        String.valueOf(chance.failures()),
        String.valueOf(chance.runs()),
        result == null ? "not run" : shown(result));
  }

  private static List<Problem> bounded(List<Problem> problems) {
    if (problems.size() <= MOST_LISTED) {
      return problems;
    }
    List<Problem> shown = new ArrayList<>(problems.subList(0, MOST_LISTED));
    shown.add(Problem.of(Code.T017, String.valueOf(problems.size() - MOST_LISTED)));
    return shown;
  }

  private static String shown(TestResult result) {
    String how =
        switch (result.kind()) {
          case PASSED -> "passed";
          case FAILED -> "failed";
          case ERROR -> "error";
          case SKIPPED -> "skipped";
          case EXPECTED_FAILURE -> "xfailed";
        };
    String first = result.message().lines().findFirst().orElse("").strip();
    String message = first.substring(0, Math.min(first.length(), LONGEST_MESSAGE));
    return message.isEmpty() ? how : how + ": " + message;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  /** Passed out of those that ran: skips are left out. */
  private record Figure(long passed, long ran) {
    static Figure of(TestReport report, Set<String> excused) {
      long passed = 0;
      long ran = 0;
      for (Map.Entry<String, TestResult> entry : report.results().entrySet()) {
        TestResult result = entry.getValue();
        boolean counts = result.passed() || (result.isRed() && !excused.contains(entry.getKey()));
        ran += counts ? 1 : 0;
        passed += result.kind() == Kind.PASSED ? 1 : 0;
      }
      return new Figure(passed, ran);
    }

    boolean isAtLeast(Figure other) {
      return passed * other.ran >= other.passed * ran;
    }
  }
}
