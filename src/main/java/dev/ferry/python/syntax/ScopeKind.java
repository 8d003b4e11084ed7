package dev.ferry.python.syntax;

/** What makes a scope of its own. */
public enum ScopeKind {
  MODULE,
  CLASS,
  FUNCTION,
  LAMBDA,
  COMPREHENSION,
  /** The type parameters of a function, class or type alias (PEP 695). */
  TYPE_PARAMETERS
}
