package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;
import java.util.Optional;

/**
 * One unit, ready to be worked on.
 *
 * @param batch name of the batch it comes from; empty for a preparation
 * @param parent the commit that its own will stand on
 * @param before that commit's tree
 * @param plan made for {@code before}
 * @param replaces what the unit's branch holds and loses; nothing where it must not exist
 * @param mend what the operator had changed in that
 */
public record UnitJob(
    Unit unit,
    String batch,
    ObjectId parent,
    Snapshot before,
    MovePlan plan,
    Optional<ObjectId> replaces,
    KeptMend mend) {

  /** A unit that has no branch yet. */
  public UnitJob(Unit unit, String batch, ObjectId parent, Snapshot before, MovePlan plan) {
    this(unit, batch, parent, before, plan, Optional.empty(), KeptMend.NONE);
  }

  /** The same with what the operator had changed. */
  public UnitJob keeping(KeptMend kept) {
    return new UnitJob(unit, batch, parent, before, plan, replaces, kept);
  }
}
