package dev.ferry.toolchain;

import java.util.List;

/**
 * Where an overlay environment stands and what it serves.
 *
 * @param directory of the overlay itself
 * @param slot the work tree under test
 * @param checkout the user's checkout, which must not be imported from
 * @param roots where sources start inside the repository; "" is its root
 */
public record OverlayPlace(String directory, String slot, String checkout, List<String> roots) {
  public OverlayPlace {
    roots = List.copyOf(roots);
  }
}
