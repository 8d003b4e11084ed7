package dev.ferry.run.gating;

import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import java.util.List;

/** Finds where the files of a tree name what moves. */
@FunctionalInterface
public interface FindsMentions {
  /**
   * @param named the tree before the moves
   */
  Mentions.Found find(Snapshot searched, Snapshot named, List<Move> moves);
}
