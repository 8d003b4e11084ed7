/** Text to batches and manifest, or every problem with its line. */
@NullMarked
package dev.ferry.batch;

import org.jspecify.annotations.NullMarked;
