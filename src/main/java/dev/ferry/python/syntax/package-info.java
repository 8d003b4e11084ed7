/**
 * Python source text as tokens, expressions and statements, with the byte range of every part.
 * Knows nothing of modules; accepts more than Python does, so that broken files can be read too.
 */
@NullMarked
package dev.ferry.python.syntax;

import org.jspecify.annotations.NullMarked;
