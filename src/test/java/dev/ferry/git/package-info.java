@NullMarked
package dev.ferry.git;

import org.jspecify.annotations.NullMarked;
