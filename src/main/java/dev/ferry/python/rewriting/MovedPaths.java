package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import java.util.Optional;

/** What paths from the root of the repository become. */
public final class MovedPaths {
  private final Relocation relocation;

  public MovedPaths(Relocation relocation) {
    this.relocation = relocation;
  }

  /**
   * A beginning of a path and what stands there afterwards.
   *
   * @param old whole components
   */
  public record Moved(String old, String now) {}

  /** The longest beginning, by whole components, that is a moved file or directory. */
  public Optional<Moved> of(String path) {
    String file = relocation.paths().get(path);
    if (file != null) {
      return changed(path, file);
    }
    for (String directory = path; !directory.isEmpty(); directory = parent(directory)) {
      Optional<String> moved = relocation.newDirectory(directory);
      if (moved.isPresent() && !relocation.paths().containsKey(directory)) {
        return changed(directory, moved.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Moved> changed(String old, String now) {
    return old.equals(now) ? Optional.empty() : Optional.of(new Moved(old, now));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
