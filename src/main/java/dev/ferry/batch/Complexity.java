package dev.ferry.batch;

import java.util.Locale;
import java.util.Optional;

/** How hard the manifest takes a module to be, easiest first. */
public enum Complexity {
  LOW,
  MEDIUM,
  HIGH;

  /** As manifests and options write it: {@code low}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The complexity that a manifest or a user names, in any case. */
  public static Optional<Complexity> of(String word) {
    for (Complexity complexity : values()) {
      if (complexity.word().equalsIgnoreCase(word.strip())) {
        return Optional.of(complexity);
      }
    }
    return Optional.empty();
  }
}
