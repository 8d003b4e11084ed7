@NullMarked
package dev.ferry.gate.fix;

import org.jspecify.annotations.NullMarked;
