/** The settings of a run and where each of them came from. */
@NullMarked
package dev.ferry.config;

import org.jspecify.annotations.NullMarked;
