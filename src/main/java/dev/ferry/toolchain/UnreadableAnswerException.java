package dev.ferry.toolchain;

/** A program's answer was not what it should have been. The message holds a piece of it. */
public final class UnreadableAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableAnswerException(String message) {
    super(message);
  }
}
