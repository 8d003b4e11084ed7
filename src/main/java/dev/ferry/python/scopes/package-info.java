/** Which name of one Python file stands for what: scopes, bindings, uses, strings. Pure. */
@NullMarked
package dev.ferry.python.scopes;

import org.jspecify.annotations.NullMarked;
