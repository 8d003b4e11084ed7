@org.jspecify.annotations.NullMarked
package dev.ferry.python.logging;
