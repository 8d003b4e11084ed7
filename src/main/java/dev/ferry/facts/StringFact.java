package dev.ferry.facts;

/**
 * A string literal that has the form of a dotted name, or of a dotted name with {@code :attribute}.
 *
 * @param text what the string says, without quotes
 * @param start first byte of the text inside the quotes
 * @param end byte after its last one
 */
public record StringFact(String text, int start, int end, int line) {}
