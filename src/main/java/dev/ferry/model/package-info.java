/**
 * The words of ferry as values: records and sealed results that every room shares. Nothing here
 * does anything but validate itself.
 */
@NullMarked
package dev.ferry.model;

import org.jspecify.annotations.NullMarked;
