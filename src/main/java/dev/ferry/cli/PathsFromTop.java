package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Paths as users type them, turned into paths of the tree. */
final class PathsFromTop {
  private PathsFromTop() {}

  /**
   * @param typed relative to {@code here}; a slash at its end is kept, since it means a directory
   * @param top of the checkout
   * @throws ProblemException where the path leads out of the checkout
   */
  static String of(String typed, Path here, Path top) {
    try {
      Path from = here.toRealPath();
      Path root = top.toRealPath();
      boolean inside = from.startsWith(root);
      Path path = (inside ? from : root).resolve(typed).normalize();
      if (!path.startsWith(root) || path.equals(root)) {
        throw new ProblemException(Problem.of(Code.U010, typed, root.toString()));
      }
      String relative = root.relativize(path).toString();
      return typed.endsWith("/") ? relative + "/" : relative;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #of}, for a directory that may be the top itself, which is {@code .}. */
  static String directory(String typed, Path here, Path top) {
    try {
      Path from = here.toRealPath();
      Path root = top.toRealPath();
      Path path = (from.startsWith(root) ? from : root).resolve(typed).normalize();
      return path.equals(root) ? "." : of(typed, here, top);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
