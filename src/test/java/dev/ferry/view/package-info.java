/** Every text that users see, held by snapshot. */
@NullMarked
package dev.ferry.view;

import org.jspecify.annotations.NullMarked;
