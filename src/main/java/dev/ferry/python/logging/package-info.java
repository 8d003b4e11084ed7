/** What of a source is worth a line in the log, and whether it writes one. */
@NullMarked
package dev.ferry.python.logging;

import org.jspecify.annotations.NullMarked;
