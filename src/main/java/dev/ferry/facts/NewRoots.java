package dev.ferry.facts;

import java.util.Set;

/**
 * Directories that become source roots by the moves of one map.
 *
 * @param all from each of them, what goes below it keeps its name
 * @param declared those of which a file says afterwards that they hold a project
 */
public record NewRoots(Set<String> all, Set<String> declared) {
  public static final NewRoots NONE = new NewRoots(Set.of(), Set.of());

  public NewRoots {
    all = Set.copyOf(all);
    declared = Set.copyOf(declared);
  }

  /** Whether only the moves themselves tell of this one. */
  public boolean isInferred(String root) {
    return all.contains(root) && !declared.contains(root);
  }
}
