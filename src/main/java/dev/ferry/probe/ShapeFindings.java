package dev.ferry.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a comparison of JSON with a schema has come to so far. */
final class ShapeFindings {
  private final List<String> mismatches = new ArrayList<>();
  private final Set<String> unjudged = new LinkedHashSet<>();

  void mismatch(String where, String why) {
    mismatches.add(where + ": " + why);
  }

  void unjudged(String what) {
    unjudged.add(what);
  }

  void unjudged(ShapeFindings of) {
    unjudged.addAll(of.unjudged);
  }

  List<String> mismatches() {
    return mismatches;
  }

  Set<String> unjudged() {
    return unjudged;
  }

  boolean differs() {
    return !mismatches.isEmpty();
  }

  /** Whether it fits for certain: nothing was left out. */
  boolean fits() {
    return mismatches.isEmpty() && unjudged.isEmpty();
  }
}
