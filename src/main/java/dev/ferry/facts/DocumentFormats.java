package dev.ferry.facts;

import java.util.Set;

/**
 * The files that are no sources of a language and name its modules all the same: configuration,
 * notebooks, documents. Implementations are pure and safe for several threads.
 */
public interface DocumentFormats {
  /**
   * Stands among the words of a document that may spell others by a wildcard; with a component
   * behind it, where whatever the wildcard meets has that component.
   */
  String WILDCARD = "*";

  /** Stands there for wildcards that meet files by what they are called, wherever they lie. */
  String RENAMED_FILE = "*.";

  /** Stands there where a path may lead to a directory above. */
  String UPWARD = "../";

  /** Part of the cache's key: changes with what {@link #claims} and {@link #words} answer. */
  String version();

  /**
   * Whether a file with this path is read for names; sources only where their facts do not show
   * them.
   */
  boolean claims(String path);

  /**
   * The words (letters, digits and underscores) of those parts of the file in which a name of a
   * module or a path may stand.
   */
  Set<String> words(String path, byte[] content);
}
