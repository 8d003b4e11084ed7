package dev.ferry.facts;

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
}
