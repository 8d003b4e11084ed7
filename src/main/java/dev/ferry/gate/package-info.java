/**
 * From evidence to verdicts. Pure: what was run and read comes in as values. No verdict passes on
 * nothing.
 */
@NullMarked
package dev.ferry.gate;

import org.jspecify.annotations.NullMarked;
