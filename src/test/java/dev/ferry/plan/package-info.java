@NullMarked
package dev.ferry.plan;

import org.jspecify.annotations.NullMarked;
