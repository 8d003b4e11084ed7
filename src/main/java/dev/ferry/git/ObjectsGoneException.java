package dev.ferry.git;

import dev.ferry.model.ProblemException;
import java.util.List;

/**
 * Somebody collected garbage between the first object of a candidate that was brought over and the
 * ref that keeps them all.
 */
final class ObjectsGoneException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> arguments;

  /**
   * @param arguments of the git that met it
   */
  ObjectsGoneException(List<String> arguments, String said) {
    super(said);
    this.arguments = List.copyOf(arguments);
  }

  /** What it is where it happens again and again. */
  ProblemException asProblem() {
    return GitCalls.failed(arguments, String.valueOf(getMessage()));
  }
}
