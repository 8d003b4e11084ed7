package dev.ferry.python.documents;

/** What stands in an item. */
enum Use {
  /** Names of modules or of things in them, also of one segment. */
  NAME,
  /** Paths and globs from the root of the repository, also of one component. */
  PATH,
  /** Names or paths, also of one segment. */
  EITHER,
  /** Paths that begin at a source root. */
  PACKAGE_PATH,
  /** Paths that may begin with a slash, which stands for the root. */
  PATTERN,
  /** Regular expressions over paths. */
  REGEX,
  /** Words of a command. */
  COMMAND,
  /** A name or path of two segments or more, or something else. */
  VALUE,
  /** What no module is named in. */
  NOTHING
}
