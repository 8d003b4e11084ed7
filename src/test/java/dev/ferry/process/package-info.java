@NullMarked
package dev.ferry.process;

import org.jspecify.annotations.NullMarked;
