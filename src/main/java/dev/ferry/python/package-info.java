/** All that knows Python, behind the port {@link dev.ferry.facts.Language}. */
@NullMarked
package dev.ferry.python;

import org.jspecify.annotations.NullMarked;
