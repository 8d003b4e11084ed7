package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how many modules are worked at once. */
final class Workers {
  /** As many as the configuration may name. */
  private static final int MOST = 64;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "work on N modules at the same time; else as the configuration says")
  private @Nullable Integer parallel;

  /**
   * @throws ProblemException for a number that is too small or too large
   */
  int number(Context context) {
    if (parallel == null) {
      return context.workbench().parallel();
    }
    if (parallel < 1 || parallel > MOST) {
      throw new ProblemException(
          Problem.of(Code.U041, Integer.toString(parallel), Integer.toString(MOST)));
    }
    return parallel;
  }
}
