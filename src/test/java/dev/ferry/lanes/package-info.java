@NullMarked
package dev.ferry.lanes;

import org.jspecify.annotations.NullMarked;
