/**
 * All that knows Python environments and pytest: which interpreter, how to import the slot's
 * modules and no others, how to run tests and what their results mean. Values in, values out.
 */
@NullMarked
package dev.ferry.python.testing;

import org.jspecify.annotations.NullMarked;
