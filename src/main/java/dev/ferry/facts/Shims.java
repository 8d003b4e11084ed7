package dev.ferry.facts;

import dev.ferry.model.Problem;
import java.util.List;

/**
 * The files that keep old names working.
 *
 * @param made in path order
 * @param notes which names cannot be kept, and why
 */
public record Shims(List<Shim> made, List<Problem> notes) {
  public static final Shims NONE = new Shims(List.of(), List.of());

  public Shims {
    made = List.copyOf(made);
    notes = List.copyOf(notes);
  }
}
