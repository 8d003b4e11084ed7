/** The gates, on real repositories with a real pytest. */
@NullMarked
package dev.ferry.run.gating;

import org.jspecify.annotations.NullMarked;
