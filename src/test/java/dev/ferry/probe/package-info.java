/** What probes keep and read. */
@NullMarked
package dev.ferry.probe;

import org.jspecify.annotations.NullMarked;
