@NullMarked
package dev.ferry.formats;

import org.jspecify.annotations.NullMarked;
