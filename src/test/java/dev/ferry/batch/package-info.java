/** Batches and manifests, right ones and hostile ones. */
@NullMarked
package dev.ferry.batch;

import org.jspecify.annotations.NullMarked;
