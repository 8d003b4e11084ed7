/** The durable, append-only record of attempts: append and replay. */
@NullMarked
package dev.ferry.ledger;

import org.jspecify.annotations.NullMarked;
