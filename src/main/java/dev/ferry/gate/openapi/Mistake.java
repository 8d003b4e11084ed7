package dev.ferry.gate.openapi;

/**
 * One thing that the specification does not allow.
 *
 * @param file where it stands, which may be one that the document refers to
 * @param line from 1, or 0 where it is not known
 * @param pointer the JSON pointer in that file
 * @param text what is wrong there
 */
public record Mistake(String file, int line, String pointer, String text) {}
