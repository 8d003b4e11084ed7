package dev.ferry.lanes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names modules had before they moved. */
final class Renaming {
  private final Map<String, String> before = new HashMap<>();
  private final Set<String> left;

  /**
   * @param moved names, from base to now
   */
  Renaming(Map<String, String> moved) {
    moved.forEach((was, now) -> before.put(now, was));
    this.left = new HashSet<>(moved.keySet());
    left.removeAll(before.keySet());
  }

  /** The name at base; null for a module that took the place of one that moved away. */
  @Nullable String before(String now) {
    String was = before.get(now);
    if (was != null) {
      return was;
    }
    return left.contains(now) ? null : now;
  }

  /** The name now: the longest moved name that it begins with is replaced. */
  static String now(String was, Map<String, String> moved) {
    for (String prefix = was; !prefix.isEmpty(); prefix = ModuleNames.parent(prefix)) {
      String now = moved.get(prefix);
      if (now != null) {
        return now + was.substring(prefix.length());
      }
    }
    return was;
  }
}
