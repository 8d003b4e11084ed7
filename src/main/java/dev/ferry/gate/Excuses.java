package dev.ferry.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tests that are not held against a move although they did not pass with it, by their ids at base.
 *
 * @param flakyAtBase those that failed at base, too, when they were tried again
 * @param unsteady those that failed by chance at the candidate and passed whenever they were tried
 *     again after that
 */
public record Excuses(Set<String> flakyAtBase, Map<String, Chance> unsteady) {
  public static final Excuses NONE = new Excuses(Set.of(), Map.of());

  public Excuses {
    flakyAtBase = Collections.unmodifiableSet(new LinkedHashSet<>(flakyAtBase));
    unsteady = Collections.unmodifiableMap(new LinkedHashMap<>(unsteady));
  }

  /**
   * @param failures at the candidate
   * @param runs at the candidate, and as many at base
   */
  public record Chance(int failures, int runs) {}
}
