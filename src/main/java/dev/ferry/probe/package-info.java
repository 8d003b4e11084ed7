/** Gathers evidence about candidates: runs tests and commands in slots, and asks interpreters. */
@NullMarked
package dev.ferry.probe;

import org.jspecify.annotations.NullMarked;
