package dev.ferry.facts;

import dev.ferry.model.Move;

/**
 * A place in a text file that names something that moves.
 *
 * @param line from 1
 * @param start first byte of the mention
 * @param end byte after it
 * @param text what stands there
 * @param kind whether it is a dotted name or a path
 */
public record Mention(
    String path, int line, int start, int end, String text, Move move, Kind kind) {
  /** How a file mentions what moves. */
  public enum Kind {
    /** A dotted name of at least two segments, perhaps followed by attributes. */
    NAME,
    /** A path from the root of the repository. */
    PATH
  }
}
