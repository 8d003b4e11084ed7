/** What ferry keeps beside the repository: counted, and thrown away where nobody needs it. */
@NullMarked
package dev.ferry.run.gc;

import org.jspecify.annotations.NullMarked;
