/**
 * Finds rows that must move in one commit: because the user wants it, because they import each
 * other in a circle, because an import contract binds them. Pure.
 */
@NullMarked
package dev.ferry.plan.binding;

import org.jspecify.annotations.NullMarked;
