package dev.ferry.run.restack;

import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A branch that ferry published and that has not landed.
 *
 * @param name without {@code refs/heads/}
 * @param moves of its unit, the first of which names it
 * @param parent what the unit's commit stands on; below its first half where it was made in two
 * @param below the unit whose commit that is; nothing where it is one of the base's
 * @param notOurs why the branch is not what ferry made any more
 * @param isBehind whether the base has moved on since
 */
record OpenBranch(
    String name,
    List<Move> moves,
    ObjectId tip,
    ObjectId parent,
    boolean twoCommits,
    Optional<Below> below,
    Optional<Problem> notOurs,
    boolean isBehind) {
  OpenBranch {
    moves = List.copyOf(moves);
  }

  /**
   * What a branch stands on.
   *
   * @param branch of that unit, whether it still exists or not
   */
  record Below(String branch, List<Move> moves) {
    Below {
      moves = List.copyOf(moves);
    }
  }

  String module() {
    return moves.getFirst().module();
  }
}
