/**
 * The hand-off of a failing gate: what the operator is given, its turn in the slot, and what is
 * measured around it.
 */
@NullMarked
package dev.ferry.run.handoff;

import org.jspecify.annotations.NullMarked;
