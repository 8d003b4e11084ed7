@NullMarked
package dev.ferry.gate.openapi;

import org.jspecify.annotations.NullMarked;
