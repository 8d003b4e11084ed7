package dev.ferry.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends what was asked for because of the user's input or surroundings; carries all that was found,
 * so that everything is told at once.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public ProblemException(List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> p.code().id() + p.arguments())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
