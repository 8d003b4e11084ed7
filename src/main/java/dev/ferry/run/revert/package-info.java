/** Takes modules back: the branch of a move, or a move that landed. */
@NullMarked
package dev.ferry.run.revert;

import org.jspecify.annotations.NullMarked;
