package dev.ferry.facts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the bytes of one source file say, whatever their place in the tree. Immutable.
 *
 * @param imports in the order of the file, at any depth
 * @param strings strings that may be dotted names or paths, in the order of the file
 * @param mentions names and paths that stand within other strings, or are put together with the
 *     names of constants; some more may be among them. Each once
 * @param boundNames names that the module's own level binds (definitions, assignments, imports,
 *     {@code global} in functions), in the order of their first binding
 * @param marks what is remarkable about the file
 * @param lines number of lines
 */
public record FileFacts(
    List<ImportFact> imports,
    List<StringFact> strings,
    Set<String> mentions,
    Set<String> boundNames,
    Set<Mark> marks,
    int lines) {
  public FileFacts {
    imports = List.copyOf(imports);
    strings = strings instanceof LazyList ? strings : List.copyOf(strings);
    mentions = ordered(mentions);
    boundNames = ordered(boundNames);
    marks = Set.copyOf(marks);
  }

  private static Set<String> ordered(Set<String> names) {
    return names instanceof LazyNames
        ? names
        : Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** What is remarkable about a file. */
  public enum Mark {
    /** The scanner met what no version of the language allows; the imports found still count. */
    BROKEN,
    /** Uses {@code __file__}. */
    USES_OWN_PATH,
    /** Uses {@code sys.path}. */
    USES_SEARCH_PATH,
    /** Binds names by {@code from x import *}. */
    STAR_IMPORT,
    /**
     * May have attributes that no statement shows: a module-level {@code __getattr__}, or {@code
     * globals()}, {@code vars()}, {@code locals()}, {@code setattr}, {@code exec} or {@code
     * sys.modules} used at module level.
     */
    DYNAMIC_ATTRIBUTES,
    /** Declares another encoding than UTF-8. */
    OTHER_ENCODING
  }
}
