package dev.ferry.git;

/** Ferry is being interrupted or terminated: git was ended in the middle of what it did. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("interrupted");
  }
}
