package dev.ferry.model;

import java.util.Objects;

/**
 * One file or package that goes from one place of the tree to another: one row of a batch.
 *
 * @param module the dotted name under which the row is known; it names the branch and the commit
 * @param source path inside the repository, '/' separated, without a leading or trailing slash
 * @param destination path inside the repository, of the same kind (file or directory) as the source
 */
public record Move(String module, String source, String destination) {
  public Move {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(destination, "destination");
  }

  /** Whether there is nothing to move: the row only asserts that the module stands where it is. */
  public boolean isInPlace() {
    return source.equals(destination);
  }
}
