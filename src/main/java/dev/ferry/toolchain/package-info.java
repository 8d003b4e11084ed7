/**
 * What ferry has to know of a language's tools to judge candidates: environments, syntax, test
 * runs. Ports and their values; a language implements them without opening a file or starting a
 * program: it says what to make, what to run, and what the answers mean.
 */
@NullMarked
package dev.ferry.toolchain;

import org.jspecify.annotations.NullMarked;
