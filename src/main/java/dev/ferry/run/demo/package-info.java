/** The sample monorepo of {@code ferry demo}: made on the spot, then integrated for real. */
@NullMarked
package dev.ferry.run.demo;

import org.jspecify.annotations.NullMarked;
