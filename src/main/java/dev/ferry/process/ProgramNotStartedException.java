package dev.ferry.process;

/** A program that has to be there is not. */
public final class ProgramNotStartedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ProgramResult.NotStarted why;

  public ProgramNotStartedException(ProgramResult.NotStarted why) {
    super(why.program() + ": " + why.detail());
    this.why = why;
  }

  public ProgramResult.NotStarted why() {
    return why;
  }
}
