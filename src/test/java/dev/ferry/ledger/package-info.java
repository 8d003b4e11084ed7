@NullMarked
package dev.ferry.ledger;

import org.jspecify.annotations.NullMarked;
