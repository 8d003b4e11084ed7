/** Settings: where they come from, and what is said of wrong ones. */
@NullMarked
package dev.ferry.config;

import org.jspecify.annotations.NullMarked;
