/**
 * Decides which units may be worked at the same time, and in which order the others come: the
 * conflicts between them, each with its reason, and what follows. Pure.
 */
@NullMarked
package dev.ferry.plan.safety;

import org.jspecify.annotations.NullMarked;
