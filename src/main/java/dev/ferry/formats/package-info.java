/** Text of configuration files to values, with the lines that they stand on. */
@NullMarked
package dev.ferry.formats;

import org.jspecify.annotations.NullMarked;
