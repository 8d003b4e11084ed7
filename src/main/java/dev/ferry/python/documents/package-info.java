/**
 * What a Python file must say once modules have moved: the edits of one file, computed from its
 * bytes and both module tables. Pure.
 */
@NullMarked
package dev.ferry.python.documents;

import org.jspecify.annotations.NullMarked;
