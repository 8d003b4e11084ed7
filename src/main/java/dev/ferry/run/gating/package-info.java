/** The gates of one candidate, in order: evidence is gathered, verdicts are drawn from it. */
@NullMarked
package dev.ferry.run.gating;

import org.jspecify.annotations.NullMarked;
