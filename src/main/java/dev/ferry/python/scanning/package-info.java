/** Reads what a Python file says from its bytes, in one pass and without a syntax tree. Pure. */
@NullMarked
package dev.ferry.python.scanning;

import org.jspecify.annotations.NullMarked;
