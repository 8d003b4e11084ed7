@NullMarked
package dev.ferry.plan.safety;

import org.jspecify.annotations.NullMarked;
