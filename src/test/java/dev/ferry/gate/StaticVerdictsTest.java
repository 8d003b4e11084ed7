package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.gate.ImportVerdict.Evidence;
import dev.ferry.gate.ImportVerdict.StillThere;
import dev.ferry.gate.ImportVerdict.Unresolved;
import dev.ferry.gate.LeftoverVerdict.Leftover;
import dev.ferry.gate.ScopeVerdict.Change;
import dev.ferry.gate.SelfReportVerdict.Claim;
import dev.ferry.gate.SyntaxVerdict.Judged;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.LoggingUnit;
import dev.ferry.toolchain.LoggingUnit.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verdicts on evidence that no program had to be run for. */
final class StaticVerdictsTest {
  private static final Duration TOOK = Duration.ofMillis(9);
  private static final Move MOVE = new Move("a.b", "a/b.py", "c/b.py");

  private static void is(
      GateResult result, Verdict verdict, long numerator, long denominator, Problem... findings) {
    assertThat(result.findings()).containsExactly(findings);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.numerator()).isEqualTo(numerator);
    assertThat(result.denominator()).isEqualTo(denominator);
    assertThat(result.took()).isEqualTo(TOOK);
  }

  @Test
  void scopeNamesWhatTheMoveDoesNotNeed() {
    is(
        ScopeVerdict.judge(
            Map.of("x", Change.ADDED, "y", Change.DELETED, "z", Change.CHANGED, "a", Change.ADDED),
            Set.of("a"),
            TOOK),
        Verdict.FAIL,
        1,
        4,
        Problem.at("x", 0, Code.T042, "added"),
        Problem.at("y", 0, Code.T042, "deleted"),
        Problem.at("z", 0, Code.T042, "changed"));
    is(ScopeVerdict.judge(Map.of("a", Change.ADDED), Set.of("a", "b"), TOOK), Verdict.PASS, 1, 1);
    is(
        ScopeVerdict.judge(Map.of(), Set.of("a"), TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "scope"));
  }

  @Test
  void historyNamesWhereItEnds() {
    is(
        HistoryVerdict.judge(
            List.of(new Followed.Reaches(MOVE), new Followed.Ends(MOVE, 0), ends(-1)), TOOK),
        Verdict.FAIL,
        1,
        3,
        Problem.at("c/b.py", 0, Code.T006, "c/b.py", "a/b.py", "0"),
        Problem.at("c/b.py", 0, Code.T006, "c/b.py", "a/b.py", "?"));
    is(HistoryVerdict.judge(List.of(new Followed.Reaches(MOVE)), TOOK), Verdict.PASS, 1, 1);
    is(
        HistoryVerdict.judge(List.of(), TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "history"));
  }

  private static Followed ends(int similarity) {
    return new Followed.Ends(MOVE, similarity);
  }

  @Test
  void claimsAreHeldBesideGit() {
    Claim good = new Claim("tree", "1", "1");
    is(
        SelfReportVerdict.judge(
            List.of(good, new Claim("files", "3 files", "4 files")), List.of(), TOOK),
        Verdict.FAIL,
        1,
        2,
        Problem.of(Code.T045, "files", "3 files", "4 files"));
    is(SelfReportVerdict.judge(List.of(good), List.of(), TOOK), Verdict.PASS, 1, 1);
    is(
        SelfReportVerdict.judge(List.of(), List.of(), TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "self-report"));
    is(
        SelfReportVerdict.missing("abc", "why", TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T046, "abc", "why"));
  }

  @Test
  void messagesHaveAConventionalSubjectAndTheirTask() {
    for (String good : List.of("feat: x", "feat(a b)!: x", "fix!: x", "Feat(integration): a → b")) {
      assertThat(SelfReportVerdict.subject(good)).isEqualTo(new Claim("subject", good, good));
    }
    for (String bad : List.of("feat x", "feat:x", "feat(): x", "(a): x", "feat: ", "move a")) {
      assertThat(SelfReportVerdict.subject(bad))
          .isEqualTo(new Claim("subject", "type(scope): text", bad));
    }
    assertThat(SelfReportVerdict.task("Gems", "a\n\n  task: Gems \nmore"))
        .isEqualTo(new Claim("task", "task: Gems", "task: Gems"));
    assertThat(SelfReportVerdict.task("Gems", "a\ntask: Other"))
        .isEqualTo(new Claim("task", "task: Gems", "task: Other"));
    assertThat(SelfReportVerdict.task("Gems", "a"))
        .isEqualTo(new Claim("task", "task: Gems", "no task: line"));
  }

  private static Leftover left(int line, Confidence confidence) {
    return new Leftover("f", line, "old", "new", confidence);
  }

  private static Problem told(int line, Code code) {
    return Problem.at("f", line, code, "old", "new");
  }

  @Test
  void leftoversBlockByTheirConfidence() {
    is(
        LeftoverVerdict.judge(
            List.of(left(1, Confidence.LOW), left(2, Confidence.MEDIUM), left(3, Confidence.HIGH)),
            5,
            9,
            TOOK),
        Verdict.FAIL,
        2,
        5,
        told(3, Code.T040),
        told(2, Code.T041),
        told(1, Code.T059));
    is(
        LeftoverVerdict.judge(List.of(left(1, Confidence.MEDIUM)), 0, 9, TOOK),
        Verdict.PASS,
        8,
        9,
        told(1, Code.T041));
    is(
        LeftoverVerdict.judge(
            List.of(left(1, Confidence.LOW), left(2, Confidence.LOW)), 1, 9, TOOK),
        Verdict.PASS,
        0,
        2,
        told(1, Code.T059),
        told(2, Code.T059));
    is(LeftoverVerdict.judge(List.of(), 3, 9, TOOK), Verdict.PASS, 3, 3);
    is(
        LeftoverVerdict.judge(List.of(), 0, 0, TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "leftovers"));
  }

  @Test
  void longListsOfLeftoversAreCutAndCounted() {
    List<Leftover> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(left(i, Confidence.HIGH));
    }
    assertThat(LeftoverVerdict.judge(many, 1, 1, TOOK).findings()).hasSize(20);
    many.add(left(20, Confidence.HIGH));
    assertThat(LeftoverVerdict.judge(many, 1, 1, TOOK).findings())
        .hasSize(21)
        .endsWith(Problem.of(Code.T063, "1"));
  }

  private static List<LoggingUnit> units(int logging, int silent) {
    List<LoggingUnit> units = new ArrayList<>();
    for (int i = 0; i < logging + silent; i++) {
      units.add(new LoggingUnit(Kind.FUNCTION, "f" + i, i + 1, i < logging));
    }
    return units;
  }

  private static GateResult logs(
      List<LoggingUnit> before, List<LoggingUnit> now, boolean strict, String... unreadable) {
    return LogCoverageVerdict.judge(
        "m", Map.of("a", before), Map.of("b", now), List.of(unreadable), strict, TOOK);
  }

  private static Problem silent(int line, String share, String base, String name) {
    return Problem.at("b", line, Code.T043, share, "85%", base, name);
  }

  @Test
  void moreThanEightyFivePercentOrAsMuchAsAtBase() {
    is(logs(units(0, 0), units(86, 14), false), Verdict.PASS, 86, 100);
    GateResult edge = logs(units(0, 0), units(17, 3), false);
    assertThat(edge.verdict()).as("85% is not more").isEqualTo(Verdict.FAIL);
    assertThat(edge.findings())
        .containsExactly(
            silent(18, "85.0%", "none", "f17()"),
            silent(19, "85.0%", "none", "f18()"),
            silent(20, "85.0%", "none", "f19()"));
    is(logs(units(1, 1), units(2, 2), false), Verdict.PASS, 2, 4);
    is(logs(units(1, 3), units(1, 1), false), Verdict.PASS, 1, 2);
    is(
        logs(units(1, 1), units(1, 2), false),
        Verdict.FAIL,
        1,
        3,
        silent(2, "33.3%", "50.0%", "f1()"),
        silent(3, "33.3%", "50.0%", "f2()"));
    is(
        logs(units(1, 1), units(1, 1), true),
        Verdict.FAIL,
        1,
        2,
        silent(2, "50.0%", "50.0%", "f1()"));
  }

  @Test
  void handlersAreNamedWithoutParentheses() {
    List<LoggingUnit> handler =
        List.of(new LoggingUnit(Kind.EXCEPT_HANDLER, "except KeyError", 4, false));
    assertThat(logs(units(1, 0), handler, false).findings())
        .containsExactly(silent(4, "0.0%", "100.0%", "except KeyError"));
  }

  @Test
  void whatCannotBeReadOrHasNothingToLogIsNoPass() {
    is(
        logs(units(1, 0), units(1, 0), false, "x.py"),
        Verdict.ERROR,
        1,
        1,
        Problem.at("x.py", 0, Code.T060));
    is(logs(units(1, 0), units(0, 0), false), Verdict.SKIPPED, 0, 0, Problem.of(Code.T044, "m"));
    is(
        LogCoverageVerdict.judge("m", Map.of(), Map.of(), List.of(), false, TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "log-coverage"));
  }

  @Test
  void longListsOfSilentUnitsAreCutAndFilesSorted() {
    assertThat(logs(units(1, 0), units(0, 20), false).findings()).hasSize(20);
    assertThat(logs(units(1, 0), units(0, 22), false).findings())
        .hasSize(21)
        .endsWith(Problem.of(Code.T063, "2"));
    GateResult two =
        LogCoverageVerdict.judge(
            "m",
            Map.of("a", units(1, 0)),
            Map.of("z", units(0, 1), "y", units(0, 1)),
            List.of(),
            false,
            TOOK);
    assertThat(two.findings()).extracting(Problem::file).containsExactly("y", "z");
  }

  @Test
  void filesThatParsedAtBaseParseNow() {
    Problem broken = Problem.at("a", 3, Code.T001, "expected ':'");
    List<Judged> files =
        List.of(
            new Judged("a", broken, false),
            new Judged("b", Problem.at("b", 4, Code.T001, "x"), true),
            new Judged("c", null, false));
    is(
        SyntaxVerdict.judge(files, true, false, TOOK),
        Verdict.FAIL,
        2,
        3,
        broken,
        Problem.at("b", 4, Code.T002));
    GateResult strict = SyntaxVerdict.judge(files.subList(1, 3), false, true, TOOK);
    is(strict, Verdict.FAIL, 1, 2, Problem.at("b", 4, Code.T001, "x"));
    assertThat(strict.proven()).isFalse();
    is(
        SyntaxVerdict.judge(files.subList(1, 3), true, false, TOOK),
        Verdict.PASS,
        2,
        2,
        Problem.at("b", 4, Code.T002));
    is(
        SyntaxVerdict.judge(List.of(), true, false, TOOK),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "syntax"));
  }

  private static GateResult imports(
      List<Unresolved> before, List<Unresolved> after, boolean strict, long checked) {
    return ImportVerdict.judge(
        new Evidence(before, after, List.of(), checked),
        Map.of("labs.old", "core.fresh", "labs", "other"),
        strict,
        TOOK);
  }

  @Test
  void importsThatResolvedAtBaseResolveNow() {
    Unresolved fresh = new Unresolved("a.py", 2, "x.y", "x y");
    Problem told = Problem.at("a.py", 2, Code.T004, "x.y");
    is(imports(List.of(), List.of(fresh), false, 5), Verdict.FAIL, 4, 5, told);
    is(imports(List.of(fresh), List.of(fresh), false, 5), Verdict.PASS, 5, 5);
    is(imports(List.of(fresh), List.of(fresh), true, 5), Verdict.FAIL, 4, 5, told);
    // another file's dangling import excuses nothing
    is(
        imports(List.of(new Unresolved("b.py", 2, "x.y", "x y")), List.of(fresh), false, 5),
        Verdict.FAIL,
        4,
        5,
        told);
    is(
        imports(List.of(), List.of(), false, 0),
        Verdict.ERROR,
        0,
        0,
        Problem.of(Code.T003, "schema"));
  }

  @Test
  void whatDangledAtBaseIsKnownUnderItsNewName() {
    Unresolved before = new Unresolved("a.py", 2, "labs.old.gone", ".gone");
    is(
        imports(
            List.of(before),
            List.of(new Unresolved("a.py", 2, "core.fresh.gone", "core.fresh gone")),
            false,
            1),
        Verdict.PASS,
        1,
        1);
    is(
        imports(
            List.of(before), List.of(new Unresolved("a.py", 9, "what.ever", ".gone")), false, 1),
        Verdict.PASS,
        1,
        1);
    is(
        imports(
            List.of(new Unresolved("a.py", 2, "free.name", "w")),
            List.of(new Unresolved("a.py", 2, "free.name", "v")),
            false,
            1),
        Verdict.PASS,
        1,
        1);
  }

  @Test
  void oldNamesAreGone() {
    Evidence evidence =
        new Evidence(List.of(), List.of(), List.of(new StillThere("labs.old", "labs/old.py")), 1);
    is(
        ImportVerdict.judge(evidence, Map.of(), false, TOOK),
        Verdict.FAIL,
        0,
        1,
        Problem.at("labs/old.py", 0, Code.T005, "labs.old", "labs/old.py"));
  }

  private static GateResult command(Ending base, Ending now, CommandVerdict.Control control) {
    return CommandVerdict.judge(
        "own", "make", base, now, control, List.of(Problem.of(Code.T026, "make", "sleep")), TOOK);
  }

  @Test
  void commandsAreJudgedByExitCodesAndProvenBySabotage() {
    Problem note = Problem.of(Code.T026, "make", "sleep");
    Ending good = new Ending.Exited(0);
    GateResult proven = command(good, good, CommandVerdict.Control.NOTICED);
    is(proven, Verdict.PASS, 1, 1, note);
    assertThat(proven.proven()).isTrue();
    for (var control : List.of(CommandVerdict.Control.BLIND, CommandVerdict.Control.NOT_TRIED)) {
      GateResult unproven = command(good, good, control);
      is(unproven, Verdict.PASS, 1, 1, Problem.of(Code.T019, "make"), note);
      assertThat(unproven.proven()).isFalse();
    }
    GateResult failed = command(good, new Ending.Exited(2), CommandVerdict.Control.NOT_TRIED);
    is(failed, Verdict.FAIL, 0, 1, Problem.of(Code.T018, "make", "2"), note);
    assertThat(failed.proven()).isTrue();
    is(
        command(new Ending.Exited(3), new Ending.Exited(2), CommandVerdict.Control.NOT_TRIED),
        Verdict.NO_WITNESS,
        0,
        1,
        Problem.of(Code.T021, "make", "3"),
        note);
    for (int missing : new int[] {126, 127}) {
      is(
          command(good, new Ending.Exited(missing), CommandVerdict.Control.NOT_TRIED),
          Verdict.ERROR,
          0,
          1,
          Problem.of(Code.T020, "make", String.valueOf(missing)),
          note);
    }
    Problem late = Problem.of(Code.T023, "make", "5");
    is(
        command(good, new Ending.Unknown(late), CommandVerdict.Control.NOT_TRIED),
        Verdict.ERROR,
        0,
        1,
        late,
        note);
    is(
        command(new Ending.Unknown(late), new Ending.Exited(1), CommandVerdict.Control.NOT_TRIED),
        Verdict.FAIL,
        0,
        1,
        Problem.of(Code.T018, "make", "1"),
        note);
  }

  @Test
  void onlyACommandThatWasThereAndSucceededAtBaseIsTriedAgain() {
    Ending good = new Ending.Exited(0);
    assertThat(CommandVerdict.isSuspect(good, new Ending.Exited(1))).isTrue();
    assertThat(CommandVerdict.isSuspect(good, good)).isFalse();
    assertThat(CommandVerdict.isSuspect(good, new Ending.Exited(126))).isFalse();
    assertThat(CommandVerdict.isSuspect(good, new Ending.Exited(127))).isFalse();
    assertThat(CommandVerdict.isSuspect(new Ending.Exited(2), new Ending.Exited(1))).isFalse();
    Ending late = new Ending.Unknown(Problem.of(Code.T023, "make", "5"));
    assertThat(CommandVerdict.isSuspect(good, late)).isFalse();
    assertThat(CommandVerdict.isSuspect(late, new Ending.Exited(1))).isFalse();
  }

  @Test
  void aRunWithoutResultsSaysNothingAsTests() {
    CommandRun silent =
        new CommandRun("make", new Ending.Exited(0), Optional.empty(), List.of(), List.of());
    assertThat(silent.asTests())
        .isEqualTo(new TestEvidence.NoResults(Problem.of(Code.T022, "make", "0"), List.of()));
    Problem late = Problem.of(Code.T023, "make", "5");
    CommandRun unknown =
        new CommandRun("make", new Ending.Unknown(late), Optional.empty(), List.of(), List.of());
    assertThat(unknown.asTests()).isEqualTo(new TestEvidence.NoResults(late, List.of()));
    var report = new dev.ferry.toolchain.TestReport("r", Map.of());
    CommandRun ran =
        new CommandRun(
            "make", new Ending.Exited(4), Optional.of(report), List.of("f"), List.of(late));
    assertThat(ran.asTests())
        .isEqualTo(new TestEvidence.Ran(report, 4, List.of("f"), List.of(late)));
  }

  @Test
  void gatesAreFoundByTheirNames() {
    for (GateKind kind : GateKind.values()) {
      assertThat(GateKind.named(kind.configured())).contains(kind);
    }
    assertThat(GateKind.named("SMOKE")).isEmpty();
  }

  @Test
  void aWitnessIsNeverAnEmptySet() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Witness.Seen(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
