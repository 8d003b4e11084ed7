/**
 * Starts programs, and sees them end: the only room that does. Programs are started by an argv,
 * never through a shell, with an environment that is given in full. Nothing started here outlives
 * ferry.
 */
@NullMarked
package dev.ferry.process;

import org.jspecify.annotations.NullMarked;
