package dev.ferry.plan.safety;

import java.util.List;

/**
 * Two units that could disturb each other if they were worked at the same time.
 *
 * @param first the one whose row comes first
 * @param second the other one
 * @param reasons every reason there is; not empty
 */
public record Conflict(String first, String second, List<Reason> reasons) {
  public Conflict {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a conflict without a reason: " + first + ", " + second);
    }
  }

  /** Why two units conflict. */
  public sealed interface Reason {
    /** Both change this file of the base, or make it differently. */
    record SameFile(String path) implements Reason {}

    /** A file that {@code importer} moves imports one that {@code imported} moves. */
    record Imports(String importer, String imported) implements Reason {}

    /** One destination lies in the other. */
    record Nested(String outer, String inner) implements Reason {}

    /** Both destinations lie in one directory: the specification's stricter rule, by option. */
    record SameDirectory(String directory) implements Reason {}
  }

  /** Whether one of the two imports the other, so that their order has a meaning. */
  boolean isImport() {
    return reasons.stream().anyMatch(Reason.Imports.class::isInstance);
  }
}
