@NullMarked
package dev.ferry.run;

import org.jspecify.annotations.NullMarked;
