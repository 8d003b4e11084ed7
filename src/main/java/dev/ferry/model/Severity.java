package dev.ferry.model;

/** What a problem does to the work. */
public enum Severity {
  ERROR,
  WARNING,
  /** Something that the reader should know. */
  NOTE
}
