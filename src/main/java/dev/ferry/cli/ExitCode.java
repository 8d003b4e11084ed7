package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;
import java.util.Map;

/** What ferry's exit codes mean; scripts and agents rely on them, so they never change. */
enum ExitCode {
  DONE(0),
  INTERNAL_ERROR(1),
  USAGE(2),
  NOTHING_TO_DO(3),
  NOT_SIGNED_IN(4),
  PART_FAILED(5),
  GATE_FAILED(10),
  FIX_SPENT(11),
  FIX_LEFT_ITS_SCOPE(12),
  BASE_MOVED(13),
  ENVIRONMENT(14),
  LOCKED(15),
  INTERRUPTED(130);

  /** Codes that mean something else than the rest of their room's. */
  private static final Map<Code, ExitCode> OF_THEIR_OWN =
      Map.ofEntries(
          Map.entry(Code.U002, INTERNAL_ERROR),
          Map.entry(Code.U024, INTERRUPTED),
          Map.entry(Code.P002, PART_FAILED),
          Map.entry(Code.P003, NOT_SIGNED_IN),
          Map.entry(Code.G009, LOCKED),
          Map.entry(Code.G050, PART_FAILED),
          Map.entry(Code.G052, LOCKED),
          Map.entry(Code.R027, LOCKED),
          Map.entry(Code.N030, GATE_FAILED),
          Map.entry(Code.N031, GATE_FAILED),
          Map.entry(Code.N032, GATE_FAILED),
          Map.entry(Code.N033, GATE_FAILED),
          Map.entry(Code.N034, GATE_FAILED),
          Map.entry(Code.T027, USAGE),
          Map.entry(Code.T061, USAGE),
          Map.entry(Code.T085, ENVIRONMENT),
          Map.entry(Code.T062, USAGE),
          Map.entry(Code.R002, USAGE),
          Map.entry(Code.R003, USAGE),
          Map.entry(Code.R032, USAGE),
          Map.entry(Code.R080, USAGE),
          Map.entry(Code.R081, USAGE),
          Map.entry(Code.R082, USAGE),
          Map.entry(Code.R083, USAGE),
          Map.entry(Code.H008, ENVIRONMENT),
          Map.entry(Code.H006, FIX_LEFT_ITS_SCOPE),
          Map.entry(Code.H026, USAGE),
          Map.entry(Code.H027, NOTHING_TO_DO),
          Map.entry(Code.H028, NOTHING_TO_DO),
          Map.entry(Code.R031, NOTHING_TO_DO),
          Map.entry(Code.R062, NOTHING_TO_DO),
          Map.entry(Code.R063, NOTHING_TO_DO),
          Map.entry(Code.R068, NOTHING_TO_DO),
          Map.entry(Code.R069, NOTHING_TO_DO),
          Map.entry(Code.R076, NOTHING_TO_DO),
          Map.entry(Code.R070, USAGE),
          Map.entry(Code.R078, USAGE),
          Map.entry(Code.G010, BASE_MOVED),
          Map.entry(Code.G011, BASE_MOVED),
          Map.entry(Code.G013, BASE_MOVED),
          Map.entry(Code.R072, BASE_MOVED),
          Map.entry(Code.R073, BASE_MOVED),
          Map.entry(Code.R071, BASE_MOVED),
          Map.entry(Code.R074, ENVIRONMENT),
          Map.entry(Code.R079, BASE_MOVED),
          Map.entry(Code.R075, GATE_FAILED),
          Map.entry(Code.R033, NOTHING_TO_DO),
          Map.entry(Code.R036, NOTHING_TO_DO),
          Map.entry(Code.R004, ENVIRONMENT),
          Map.entry(Code.R005, ENVIRONMENT),
          Map.entry(Code.R026, ENVIRONMENT));

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /**
   * The exit code for a command that ended because of {@code problems}: the first error decides.
   */
  static ExitCode of(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .findFirst()
        .or(() -> problems.stream().findFirst())
        .map(problem -> of(problem.code()))
        .orElse(INTERNAL_ERROR);
  }

  private static ExitCode of(Code code) {
    ExitCode own = OF_THEIR_OWN.get(code);
    if (own != null) {
      return own;
    }
    return switch (code.name().charAt(0)) {
      case 'B', 'C', 'D', 'U', 'M', 'N' -> USAGE;
      case 'E', 'G', 'F', 'L', 'P' -> ENVIRONMENT;
      case 'T' -> GATE_FAILED;
      case 'H' -> FIX_SPENT;
      case 'R' -> PART_FAILED;
      default -> INTERNAL_ERROR;
    };
  }
}
