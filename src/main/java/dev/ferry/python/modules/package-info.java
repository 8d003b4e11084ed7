/** Which module each Python file is: source roots, packages, the standard library. Pure. */
@NullMarked
package dev.ferry.python.modules;

import org.jspecify.annotations.NullMarked;
