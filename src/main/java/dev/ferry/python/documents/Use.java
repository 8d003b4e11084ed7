package dev.ferry.python.documents;

/** What stands in an item. */
enum Use {
  /** Names of modules or of things in them, also of one segment. */
  NAME,
  /** The same behind the name of the entry point and an equals sign. */
  ENTRY_POINT,
  /** Filters of warnings: action, message, category, module, line. */
  WARNING,
  /** Paths and globs from the root of the repository, also of one component. */
  PATH,
  /** Paths of two components or more, in what may be prose. */
  FILES,
  /** Names or paths, also of one segment. */
  EITHER,
  /** Paths that begin at a source root. */
  PACKAGE_PATH,
  /** Paths within the package that the key names. */
  PACKAGE_DATA,
  /** Paths that may begin with a slash, which stands for the root. */
  PATTERN,
  /** Paths in an image or on another machine, where copies of the repository's files may lie. */
  OUTSIDE,
  /** A function with the module or the file without its ending before it. */
  HANDLER,
  /** Labels of Bazel, or paths from the package of its file. */
  LABEL,
  /** Regular expressions over paths. */
  REGEX,
  /** Words of a command. */
  COMMAND,
  /** A name or path of two segments or more, or something else. */
  VALUE,
  /** Directories of which everything that fits is taken. */
  TREE,
  /** Patterns that are met below the directory before them. */
  BELOW,
  /** Code that is shown and not run. */
  CODE,
  /** What no module is named in. */
  NOTHING;

  /** Whether a dot may stand behind a backslash. */
  boolean isEscaped() {
    return this == REGEX || this == WARNING;
  }

  boolean mayBePath() {
    return switch (this) {
      case PATH, FILES, EITHER, PATTERN, OUTSIDE, COMMAND, VALUE, TREE -> true;
      case HANDLER,
          NAME,
          ENTRY_POINT,
          WARNING,
          PACKAGE_PATH,
          PACKAGE_DATA,
          LABEL,
          REGEX,
          BELOW,
          CODE,
          NOTHING ->
          false;
    };
  }
}
