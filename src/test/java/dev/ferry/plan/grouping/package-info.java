@NullMarked
package dev.ferry.plan.grouping;

import org.jspecify.annotations.NullMarked;
