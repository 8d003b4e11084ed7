package dev.ferry.facts;

/** What an imported name refers to. */
public sealed interface Resolution {
  /** A file of the repository; for a regular package its {@code __init__}. */
  record Module(String path) implements Resolution {}

  /**
   * A name inside a file of the repository.
   *
   * @param seen whether the file binds the name in a way that can be seen; where it is not seen,
   *     the file has attributes that no statement shows (star imports, {@code __getattr__} and the
   *     like), does not parse, or could not be read, and the name is presumed to be there
   */
  record Attribute(String path, String name, boolean seen) implements Resolution {}

  /** A directory without {@code __init__} that holds sources. */
  record Namespace(String name) implements Resolution {}

  /**
   * A file that no source root gives this name, but that stands beside the importing one: the
   * import works where that directory is on the search path (scripts, pytest's test modules).
   */
  record Neighbour(String path) implements Resolution {}

  /** A module of the language's standard library. */
  record StandardLibrary(String name) implements Resolution {}

  /** A top-level name that the repository does not have; whether it is installed is not known. */
  record External(String name) implements Resolution {}

  /**
   * Nothing: the repository holds the beginning of the name, and not the rest.
   *
   * @param name the full dotted name that was looked for, with leading dots where a relative import
   *     leads out of its package
   */
  record Dangling(String name) implements Resolution {}

  default boolean isDangling() {
    return this instanceof Dangling;
  }
}
