/**
 * Decides which candidates are gated together, and what a result says of each: group testing, where
 * one run proves a whole stack and a failure is searched for by halves. Pure.
 */
@NullMarked
package dev.ferry.plan.grouping;

import org.jspecify.annotations.NullMarked;
