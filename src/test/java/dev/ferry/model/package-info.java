@NullMarked
package dev.ferry.model;

import org.jspecify.annotations.NullMarked;
