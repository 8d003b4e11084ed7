/** Moves modules in the user's checkout, without a batch. */
@NullMarked
package dev.ferry.run.checkout;

import org.jspecify.annotations.NullMarked;
