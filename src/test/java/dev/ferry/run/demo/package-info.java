@NullMarked
package dev.ferry.run.demo;

import org.jspecify.annotations.NullMarked;
