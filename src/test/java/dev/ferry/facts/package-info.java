/** How facts, snapshots and graphs are tested. */
@NullMarked
package dev.ferry.facts;

import org.jspecify.annotations.NullMarked;
