/** What files say: facts of single blobs, and the module graph of a whole tree over them. */
@NullMarked
package dev.ferry.facts;

import org.jspecify.annotations.NullMarked;
