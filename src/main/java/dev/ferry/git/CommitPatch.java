package dev.ferry.git;

import dev.ferry.model.ObjectId;

/** What differs between two commits, as a patch that {@code git apply} takes. */
public final class CommitPatch {
  private CommitPatch() {}

  /** The patch, with renames as such; its bytes are those of the files. */
  public static byte[] between(Repository repository, ObjectId from, ObjectId to) {
    return repository
        .calls()
        .run(
            "diff-tree",
            "-p",
            "-M",
            "-l0",
            "--binary",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            from.hex(),
            to.hex())
        .stdout();
  }
}
