/** Starts ferry: reads the command line, wires the rooms together, maps endings to exit codes. */
@NullMarked
package dev.ferry.app;

import org.jspecify.annotations.NullMarked;
