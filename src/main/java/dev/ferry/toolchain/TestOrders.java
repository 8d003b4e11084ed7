package dev.ferry.toolchain;

import java.util.Set;

/**
 * What one test run has to know.
 *
 * @param place the overlay it runs in
 * @param results an empty directory for what it finds
 * @param compiled directory for compiled code, one a tree
 * @param caches directory for the test runner's own caches
 * @param run a name that no other run has
 * @param gone modules that must not be importable any more
 */
public record TestOrders(
    OverlayPlace place,
    String results,
    String compiled,
    String caches,
    String run,
    Set<String> gone) {
  public TestOrders {
    gone = Set.copyOf(gone);
  }
}
