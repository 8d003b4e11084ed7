package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a command of the repository's own that left no test results. Its exit code proves
 * something only if it was seen to fail when the moved module was sabotaged.
 */
public final class CommandVerdict {
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private CommandVerdict() {}

  /** What the sabotage control showed. */
  public enum Control {
    /** The command failed with the moved module sabotaged. */
    NOTICED,
    /** It succeeded all the same. */
    BLIND,
    /** It was not tried. */
    NOT_TRIED
  }

  /**
   * Whether a failure has to be tried again before it is held against the candidate: the command
   * was there, and succeeded at base.
   */
  public static boolean isSuspect(Ending base, Ending candidate) {
    return base.equals(new Ending.Exited(0))
        && candidate instanceof Ending.Exited(int code)
        && code != 0
        && code != NOT_FOUND
        && code != NOT_EXECUTABLE;
  }

  /**
   * @param command for the message
   */
  public static GateResult judge(
      String gate,
      String command,
      Ending base,
      Ending candidate,
      Control control,
      List<Problem> notes,
      Duration took) {
    List<Problem> findings = new ArrayList<>();
    boolean proven = control == Control.NOTICED;
    Verdict verdict = verdict(command, base, candidate, findings);
    if (verdict == Verdict.PASS && !proven) {
      findings.add(Problem.of(Code.T019, command));
    }
    findings.addAll(notes);
    long passed = verdict == Verdict.PASS ? 1 : 0;
    return new GateResult(
        gate, verdict, proven || verdict != Verdict.PASS, passed, 1, findings, took);
  }

  private static Verdict verdict(
      String command, Ending base, Ending candidate, List<Problem> findings) {
    return switch (candidate) {
      case Ending.Unknown(Problem why) -> {
        findings.add(why);
        yield Verdict.ERROR;
      }
      case Ending.Exited(int code) -> {
        if (code == 0) {
          yield Verdict.PASS;
        }
        if (code == NOT_FOUND || code == NOT_EXECUTABLE) {
          findings.add(Problem.of(Code.T020, command, String.valueOf(code)));
          yield Verdict.ERROR;
        }
        if (base instanceof Ending.Exited(int before) && before != 0) {
          // broken before the move: it neither blocks nor proves
          findings.add(Problem.of(Code.T021, command, String.valueOf(before)));
          yield Verdict.NO_WITNESS;
        }
        findings.add(Problem.of(Code.T018, command, String.valueOf(code)));
        yield Verdict.FAIL;
      }
    };
  }
}
