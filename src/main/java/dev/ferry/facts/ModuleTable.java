package dev.ferry.facts;

import dev.ferry.model.TreeListing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which dotted names the files of a tree have, and which files the names have. Immutable, safe for
 * several threads.
 */
public interface ModuleTable {
  /** No system has longer paths, so no module has a longer name, whatever a file says. */
  int LONGEST_NAME = 4096;

  /** As much of a dotted name as can be the name of a module: whole segments from its start. */
  static String possible(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int dot = name.lastIndexOf('.', LONGEST_NAME);
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Where sources start, as directories of the tree ("" is the root), most specific first. */
  List<String> roots();

  /**
   * Whether both trees name what lies in them by the same rules: a file that stands in both, with
   * the same packages around it, has the same names in both.
   */
  default boolean namesAs(ModuleTable other) {
    return roots().equals(other.roots());
  }

  /** The file that {@code import name} loads; a regular package's is its {@code __init__}. */
  Optional<String> fileOf(String name);

  /**
   * Whether {@code name} is a directory without an {@code __init__} that Python may import from: it
   * holds sources, and no module or regular package has its name.
   */
  boolean isNamespacePackage(String name);

  /** Whether {@code name} is a package with an {@code __init__}. */
  boolean isRegularPackage(String name);

  /**
   * All names under which the file can be imported, the one of its most specific root first; none
   * where another file wins its name or its path spells no name.
   */
  List<String> namesOf(String path);

  /**
   * The packages that a relative import in this file starts from: for each of its names the package
   * it is in ("" at the top). A file without names has the package that it has for a program that
   * runs in its own directory.
   */
  List<String> packagesOf(String path);

  /**
   * The file that {@code import name} loads where the first directory around the importing file
   * that is no regular package is on the search path: so for a script that is run, and for pytest's
   * test modules.
   */
  Optional<String> fileBeside(String importer, String name);

  /**
   * Whether anything of this top-level name lies where {@link #fileBeside} looks; false is certain.
   */
  boolean existsBeside(String importer, String top);

  /**
   * The modules as the importing file sees them: also those near it that no source root has a name
   * for. This table itself where there is nothing of the kind.
   */
  ModuleTable seenFrom(String importer);

  /**
   * The table of another tree. Where the configuration that tells the roots is the same in both
   * trees, it is not read again.
   *
   * @param contents gives the bytes of a path in that tree
   */
  ModuleTable after(TreeListing tree, Function<String, byte[]> contents);

  /** Whether {@code name} is part of the language's standard library. */
  boolean isStandardLibrary(String name);

  /** Whether {@code word} is one of the language's own, so that no module can be called so. */
  boolean isReserved(String word);
}
