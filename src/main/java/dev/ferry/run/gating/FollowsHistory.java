package dev.ferry.run.gating;

import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.model.Move;
import dev.ferry.probe.Revision;

/** Asks git whether a moved file's history can be followed. */
@FunctionalInterface
public interface FollowsHistory {
  /**
   * @return whether {@code git log --follow} on the destination, at the candidate, reaches the
   *     source's history
   */
  Followed follow(Move move, Revision base, Revision candidate);
}
