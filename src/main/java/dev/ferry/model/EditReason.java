package dev.ferry.model;

/** The kinds of reference that a move rewrites; see the reference table in docs. */
public enum EditReason {
  /** The module of {@code import a.b} or {@code from a.b import f}. */
  IMPORT,
  /** One name of a {@code from} list that had to leave its list. */
  SPLIT_LIST,
  /** A use such as {@code a.b.f()}. */
  USE,
  /** A relative import of the moved file itself. */
  OWN_RELATIVE,
  /** A relative import of another file. */
  RELATIVE,
  /** An import that had to be added so that a use keeps its module loaded. */
  ADDED_IMPORT,
  /** A name in a package's {@code __init__}. */
  EXPORT,
  /** A dotted name in a string. */
  STRING,
  /** A name or path in a file that is not source code. */
  DOCUMENT
}
