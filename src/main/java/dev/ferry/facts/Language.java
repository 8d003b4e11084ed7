package dev.ferry.facts;

import dev.ferry.model.TreeListing;
import java.util.List;
import java.util.function.Function;

/**
 * What ferry has to know of a programming language to read its files and to know its modules. The
 * rewriting port stands beside it ({@code plan}). Implementations are pure and safe for several
 * threads.
 */
public interface Language {
  /**
   * Name and version of the scanner: part of the cache's key, so that a better scanner is asked
   * again.
   */
  String scannerVersion();

  /** Whether files with this path are sources of the language. */
  boolean claims(String path);

  /** Reads one file; never fails: what is broken is marked. */
  FileFacts scan(byte[] source);

  /**
   * Finds out which module each source file is, from the tree and its configuration files.
   *
   * @param contents gives the bytes of a path in the tree, or an empty array where it has none
   */
  ModuleTable modules(TreeListing tree, Function<String, byte[]> contents);

  /**
   * The same language where the directories in which sources start are given, and not to be found.
   *
   * @param roots seen from the top of the repository, which is {@code .}
   */
  Language rootedAt(List<String> roots);

  /** The files beside the sources that name modules. */
  DocumentFormats documents();
}
