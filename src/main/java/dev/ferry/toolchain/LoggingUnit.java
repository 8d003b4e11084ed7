package dev.ferry.toolchain;

/**
 * A piece of a source that is worth a line in the log.
 *
 * @param name of the function, or what it handles
 * @param line where it begins, from 1
 * @param logs whether its own body calls a logger; a handler that raises counts as well
 */
public record LoggingUnit(Kind kind, String name, int line, boolean logs) {
  /** Why it is worth a line. */
  public enum Kind {
    /** Answers requests. */
    ROUTE_HANDLER,
    /** Public, and of five statements or more. */
    FUNCTION,
    /** Handles an exception. */
    EXCEPT_HANDLER
  }
}
