/** Derives open branches again that the base has left behind. */
@NullMarked
package dev.ferry.run.restack;

import org.jspecify.annotations.NullMarked;
