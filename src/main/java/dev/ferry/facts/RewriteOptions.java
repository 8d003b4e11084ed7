package dev.ferry.facts;

import dev.ferry.model.Confidence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rewriting may do.
 *
 * @param strings the least confidence at which a dotted name in a string is rewritten; null for
 *     none, never {@link Confidence#LOW}
 * @param deeper what becomes of an importer's relative import that would get deeper
 * @param renamed what becomes of the local name of an imported module whose last segment changes
 */
public record RewriteOptions(@Nullable Confidence strings, Deeper deeper, Renamed renamed) {
  public RewriteOptions {
    if (strings == Confidence.LOW) {
      throw new IllegalArgumentException("strings of low confidence are reported only");
    }
    Objects.requireNonNull(deeper, "deeper");
    Objects.requireNonNull(renamed, "renamed");
  }

  /** What becomes of an importer's relative import that would need more levels than it has. */
  public enum Deeper {
    /** It names the module from the top. */
    ABSOLUTE,
    /** It stays relative wherever it can. */
    RELATIVE
  }

  /** What a file calls a module that gets another last name. */
  public enum Renamed {
    /** The name that it had in this file: {@code from new import fresh as old}. */
    KEEP,
    /** Its new name, with all uses, wherever that is free. */
    FOLLOW
  }

  /** Strings of high and of medium confidence; no deeper relatives; local names stay. */
  public static RewriteOptions standard() {
    return new RewriteOptions(Confidence.MEDIUM, Deeper.ABSOLUTE, Renamed.KEEP);
  }

  /** The same with another least confidence for strings. */
  public RewriteOptions withStrings(@Nullable Confidence least) {
    return new RewriteOptions(least, deeper, renamed);
  }
}
