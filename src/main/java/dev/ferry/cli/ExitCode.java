package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;

/** What ferry's exit codes mean; scripts and agents rely on them, so they never change. */
enum ExitCode {
  DONE(0),
  INTERNAL_ERROR(1),
  USAGE(2),
  NOTHING_TO_DO(3),
  PART_FAILED(5),
  GATE_FAILED(10),
  BASE_MOVED(13),
  ENVIRONMENT(14),
  LOCKED(15),
  INTERRUPTED(130);

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
    if (code == Code.R027 || code == Code.G009) {
      return LOCKED;
    }
    return switch (code.name().charAt(0)) {
      case 'B', 'C', 'U', 'M' -> USAGE;
      case 'E', 'G', 'F', 'L', 'P' -> ENVIRONMENT;
      case 'T' -> GATE_FAILED;
      case 'R' -> PART_FAILED;
      default -> INTERNAL_ERROR;
    };
  }
}
