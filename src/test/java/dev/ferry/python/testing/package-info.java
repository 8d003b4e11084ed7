/** Environments, overlays and results of Python, as values. */
@NullMarked
package dev.ferry.python.testing;

import org.jspecify.annotations.NullMarked;
