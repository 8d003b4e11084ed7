package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * What gates said of a commit or a working tree.
 *
 * @param name what was asked for
 * @param commit that was judged
 * @param blocking the result that would keep it from being published
 */
public record GatedCommit(
    String name,
    ObjectId base,
    ObjectId commit,
    List<Move> moves,
    List<GateResult> results,
    Optional<GateResult> blocking) {
  public GatedCommit {
    moves = List.copyOf(moves);
    results = List.copyOf(results);
  }
}
