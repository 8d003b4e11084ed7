/** Verdicts from hand-written evidence. */
@NullMarked
package dev.ferry.gate;

import org.jspecify.annotations.NullMarked;
