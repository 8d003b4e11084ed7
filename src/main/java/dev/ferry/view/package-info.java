/** Codes and arguments to words, tables and JSON: every sentence that users see. */
@NullMarked
package dev.ferry.view;

import org.jspecify.annotations.NullMarked;
