/**
 * Import contracts over the modules of a snapshot: what import-linter's configuration means, judged
 * without Python.
 */
@NullMarked
package dev.ferry.lanes;

import org.jspecify.annotations.NullMarked;
