/** What holds for the whole program. */
@NullMarked
package dev.ferry;

import org.jspecify.annotations.NullMarked;
