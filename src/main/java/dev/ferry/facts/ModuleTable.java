package dev.ferry.facts;

import java.util.List;
import java.util.Optional;

/**
 * Which dotted names the files of a tree have, and which files the names have. Immutable, safe for
 * several threads.
 */
public interface ModuleTable {
  /** Where sources start, as directories of the tree ("" is the root), most specific first. */
  List<String> roots();

  /** The file that {@code import name} loads; a regular package's is its {@code __init__}. */
  Optional<String> fileOf(String name);

  /**
   * Whether {@code name} is a directory without an {@code __init__} that Python may import from.
   */
  boolean isNamespacePackage(String name);

  /** Whether {@code name} is a package with an {@code __init__}. */
  boolean isRegularPackage(String name);

  /** All names under which the file can be imported, the one of its most specific root first. */
  List<String> namesOf(String path);

  /** Whether {@code name} is part of the language's standard library. */
  boolean isStandardLibrary(String name);
}
