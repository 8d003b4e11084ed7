package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;

/**
 * One unit, ready to be worked on.
 *
 * @param batch name of the batch it comes from; empty for a preparation
 * @param parent the commit that its own will stand on
 * @param before that commit's tree
 * @param plan made for {@code before}
 */
record UnitJob(Unit unit, String batch, ObjectId parent, Snapshot before, MovePlan plan) {}
