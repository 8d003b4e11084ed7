package dev.ferry.toolchain;

import dev.ferry.model.Problem;

/** How the search for an interpreter ends. */
public sealed interface InterpreterFinding {
  /**
   * @param program absolute path
   * @param origin why this one, for example {@code .venv} or {@code VIRTUAL_ENV}
   */
  record Found(String program, String origin) implements InterpreterFinding {}

  /** None, and why. */
  record Missing(Problem why) implements InterpreterFinding {}
}
