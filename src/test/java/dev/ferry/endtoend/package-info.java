/** The built program as a process, on real git repositories. */
@NullMarked
package dev.ferry.endtoend;

import org.jspecify.annotations.NullMarked;
