package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges whether a report and a message say what git has. */
public final class SelfReportVerdict {
  /** Conventional Commits 1.0.0: type, optional scope, optional '!', colon, blank, text. */
  private static final Pattern CONVENTIONAL =
      Pattern.compile("[A-Za-z]+(\\([^()\\n]+\\))?!?: \\S.*");

  private SelfReportVerdict() {}

  /**
   * One thing that is said and can be seen.
   *
   * @param what it is about
   */
  public record Claim(String what, String told, String found) {
    boolean holds() {
      return told.equals(found);
    }
  }

  /** That the subject has the form of a Conventional Commit. */
  public static Claim subject(String subject) {
    boolean conventional = CONVENTIONAL.matcher(subject).matches();
    return new Claim("subject", conventional ? subject : "type(scope): text", subject);
  }

  /**
   * That the message carries the required text.
   *
   * @param task what the line has to name
   */
  public static Claim task(String task, String message) {
    String wanted = "task: " + task;
    Optional<String> line =
        message.lines().map(String::strip).filter(l -> l.startsWith("task:")).findFirst();
    return new Claim("task", wanted, line.orElse("no task: line"));
  }

  /**
   * @param notes what could not be compared
   */
  public static GateResult judge(List<Claim> claims, List<Problem> notes, Duration took) {
    String gate = GateKind.SELF_REPORT.configured();
    if (claims.isEmpty()) {
      Problem nothing = Problem.of(Code.T003, gate);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    List<Problem> wrong =
        claims.stream()
            .filter(claim -> !claim.holds())
            .map(claim -> Problem.of(Code.T045, claim.what(), claim.told(), claim.found()))
            .toList();
    Verdict verdict = wrong.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    long good = claims.size() - wrong.size();
    List<Problem> findings = new ArrayList<>(wrong);
    findings.addAll(notes);
    return new GateResult(gate, verdict, true, good, claims.size(), findings, took);
  }

  /** A commit that moves nothing and says nothing of ferry's has nothing to report. */
  public static GateResult unclaimed(String commit, Duration took) {
    Problem none = Problem.of(Code.T104, commit);
    return new GateResult(
        GateKind.SELF_REPORT.configured(), Verdict.SKIPPED, true, 0, 0, List.of(none), took);
  }

  /** Without a report there is nothing to hold against git. */
  public static GateResult missing(String commit, String why, Duration took) {
    String gate = GateKind.SELF_REPORT.configured();
    Problem none = Problem.of(Code.T046, commit, why);
    return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(none), took);
  }
}
