@NullMarked
package dev.ferry.python.scopes;

import org.jspecify.annotations.NullMarked;
