/** One unit's whole story, and many of them one after the other: ties the rooms together. */
@NullMarked
package dev.ferry.run;

import org.jspecify.annotations.NullMarked;
