package dev.ferry.python.syntax;

/** How a name comes to stand for something. */
public enum BindingKind {
  IMPORT,
  FUNCTION,
  CLASS,
  ASSIGNMENT,
  /** {@code x: int} without a value: makes the name local and binds nothing. */
  DECLARATION,
  PARAMETER,
  LOOP,
  WITH,
  EXCEPTION,
  WALRUS,
  PATTERN,
  DELETION,
  TYPE_PARAMETER
}
