package dev.ferry.toolchain;

/**
 * A source that does not compile.
 *
 * @param index its place among those asked for, from 0
 * @param line from 1, or 0 where the interpreter gives none
 */
public record BrokenSource(int index, int line, String message) {}
