/** How modules and source roots are tested. */
@NullMarked
package dev.ferry.python.modules;

import org.jspecify.annotations.NullMarked;
