package dev.ferry.batch;

import java.util.List;

/**
 * What a language says about the names of modules, as far as batches need it. Implementations are
 * immutable.
 */
public interface NamingRules {
  /** Where sources start, as directories of the tree ("" is the root), most specific first. */
  List<String> roots();

  /** Whether the word cannot be part of a module's name although it is made like an identifier. */
  boolean isReserved(String word);

  /** Whether a module of this name at the top of a source root would hide one of the language's. */
  boolean isStandardLibrary(String topLevelName);
}
