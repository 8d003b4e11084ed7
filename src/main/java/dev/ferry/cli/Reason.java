package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import picocli.CommandLine.Option;

/** The option that says why. */
final class Reason {
  @Option(names = "--why", paramLabel = "TEXT", description = "the reason, in a sentence")
  private String why = "";

  /** On one line; empty where nothing was said. */
  String orNone() {
    return why.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  /**
   * On one line.
   *
   * @param command that needs it
   * @throws ProblemException where nothing was said
   */
  String required(String command) {
    if (why.isBlank()) {
      throw new ProblemException(Problem.of(Code.R078, command));
    }
    return orNone();
  }
}
