/**
 * All that is done by git, by its command line: objects read, candidates built in a clone of
 * ferry's own, slots to test them in, and their publication as branches. The user's repository is
 * read, and gets the refs that ferry publishes; nothing else of it changes.
 */
@NullMarked
package dev.ferry.git;

import org.jspecify.annotations.NullMarked;
