package dev.ferry.model;

/** The nine steps of one integration, in order. */
public enum Step {
  REVIEW,
  CHECK_DEPS,
  CREATE_TESTS,
  MOVE,
  UPDATE_IMPORTS,
  INTEGRATE,
  TEST,
  DOCUMENT,
  COMMIT
}
