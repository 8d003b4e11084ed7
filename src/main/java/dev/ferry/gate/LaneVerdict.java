package dev.ferry.gate;

import dev.ferry.lanes.LaneFinding;
import dev.ferry.lanes.LaneReport;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges whether every import contract is kept, as far as it was at base. */
public final class LaneVerdict {
  private LaneVerdict() {}

  /** Contracts that could not be read, and why. */
  public static GateResult unreadable(List<Problem> problems, Duration took) {
    return result(Verdict.ERROR, 0, 0, problems, took);
  }

  /**
   * @param report of what is new since base
   * @param notes what else there is to tell
   */
  public static GateResult judge(LaneReport report, List<Problem> notes, Duration took) {
    List<Problem> findings = new ArrayList<>();
    report.results().forEach(result -> findings.addAll(LaneFinding.of(result)));
    report.results().forEach(result -> findings.addAll(result.problems()));
    boolean rootsLack = report.notes().stream().anyMatch(note -> note.severity() == Severity.ERROR);
    findings.addAll(report.notes());
    findings.addAll(notes);
    int standing = report.results().stream().mapToInt(result -> result.standing()).sum();
    if (standing > 0) {
      findings.add(Problem.of(Code.N035, String.valueOf(standing)));
    }
    int contracts = report.results().size();
    if (contracts == 0) {
      findings.addFirst(Problem.of(Code.T003, GateKind.LANES.configured()));
    }
    boolean unjudged = contracts == 0 || rootsLack || report.failed() > 0;
    Verdict verdict = unjudged ? Verdict.ERROR : report.broken() > 0 ? Verdict.FAIL : Verdict.PASS;
    return result(verdict, report.kept(), contracts, findings, took);
  }

  private static GateResult result(
      Verdict verdict, long kept, long contracts, List<Problem> findings, Duration took) {
    return new GateResult(
        GateKind.LANES.configured(), verdict, true, kept, contracts, findings, took);
  }
}
