package dev.ferry.model;

import java.util.List;

/**
 * The moves that go together in one commit: usually one row's.
 *
 * @param id the name of its first module; it names the branch and the commit
 * @param dependsOn ids of the units that this one stands on, nearest last
 */
public record Unit(String id, Kind kind, List<Move> moves, List<String> dependsOn) {
  /** What a unit is there for. */
  public enum Kind {
    /** It carries out rows of a batch. */
    ROWS,
    /** No row asks for it; rows cannot be moved before it. */
    PREPARATION
  }

  public Unit {
    moves = List.copyOf(moves);
    dependsOn = List.copyOf(dependsOn);
    if (moves.isEmpty()) {
      throw new IllegalArgumentException("a unit without a move: " + id);
    }
  }

  /** The move that names the unit. */
  public Move first() {
    return moves.getFirst();
  }
}
