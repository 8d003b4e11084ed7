/**
 * The durable, append-only record of attempts: written step by step, read by everything that shows.
 */
@NullMarked
package dev.ferry.ledger;

import org.jspecify.annotations.NullMarked;
