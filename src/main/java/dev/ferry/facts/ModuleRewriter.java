package dev.ferry.facts;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rewrites what one source file says of modules that move: the port between the planner and the
 * languages. Implementations are pure and safe for several threads.
 */
public interface ModuleRewriter {
  /**
   * Finds the edits that one file needs, wherever it stands after the moves. Never fails: what
   * cannot be rewritten is noted.
   *
   * @param path the file before the moves
   */
  Rewriting rewrite(Relocation relocation, String path, byte[] source, RewriteOptions options);

  /**
   * The line, from 1, of the first place at which a file is not what its format asks for; nothing
   * where it can be read, or where the format is not known.
   */
  default OptionalInt mistake(String path, byte[] content) {
    return OptionalInt.empty();
  }

  /**
   * The files that keep the old names of what moves working; none in a language that has no such
   * thing. Each begins with a {@link dev.ferry.model.ShimMark}.
   *
   * @param vacant whether nothing stands at a path after the moves
   * @param contents what a moved file said, by its old path
   * @param until the last day on which the old names have to work
   */
  default Shims shims(
      Relocation relocation,
      Predicate<String> vacant,
      Function<String, byte[]> contents,
      LocalDate until) {
    return Shims.NONE;
  }
}
