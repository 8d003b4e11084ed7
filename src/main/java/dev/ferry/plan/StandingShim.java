package dev.ferry.plan;

import dev.ferry.model.ShimMark;
import java.util.List;

/**
 * A file that keeps an old name working, and who still goes by that name.
 *
 * @param path of the shim
 * @param uses in path order
 * @param leadsSomewhere whether the new name is still that of a module
 */
public record StandingShim(ShimMark mark, String path, List<Use> uses, boolean leadsSomewhere) {
  /** How the old name is used. */
  public enum Kind {
    IMPORT,
    /** A string that spells the name; what is patched or loaded goes through the shim. */
    STRING
  }

  /** One place that goes by the old name. */
  public record Use(String path, int line, Kind kind, String name) {}

  public StandingShim {
    uses = List.copyOf(uses);
  }

  /** Whether nothing in the repository needs it any more. */
  public boolean canGo() {
    return uses.isEmpty();
  }
}
