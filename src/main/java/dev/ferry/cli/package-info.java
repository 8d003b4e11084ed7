/** The command line: one class a command, and the exit codes. */
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
