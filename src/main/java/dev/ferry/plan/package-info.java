/**
 * Moves to plans: what changes in the tree, which units there are and in which order. Pure: values
 * in, values out.
 */
@NullMarked
package dev.ferry.plan;

import org.jspecify.annotations.NullMarked;
