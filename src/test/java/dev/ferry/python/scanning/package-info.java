/** How the scanner is held to CPython. */
@NullMarked
package dev.ferry.python.scanning;

import org.jspecify.annotations.NullMarked;
