/** Judges what the operator changed: whether it stayed within what it was allowed. */
@NullMarked
package dev.ferry.gate.fix;

import org.jspecify.annotations.NullMarked;
