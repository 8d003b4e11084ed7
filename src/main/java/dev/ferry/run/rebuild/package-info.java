/** Makes the ledger anew from what git knows. */
@NullMarked
package dev.ferry.run.rebuild;

import org.jspecify.annotations.NullMarked;
