@NullMarked
package dev.ferry.python.documents;

import org.jspecify.annotations.NullMarked;
