package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A slot's work tree as it stood at one moment, to see later what somebody changed in it. Nothing
 * that is reached from the work tree is trusted afterwards: the index is kept in memory, git's
 * notes are found by the path that they had.
 */
public final class SlotWatch {
  private final GitCalls calls;
  private final Path scratch;
  private final byte[] index;
  private final Path pointer;
  private final byte[] pointed;
  private final Path head;
  private final ObjectId commit;
  private final ObjectId before;

  /**
   * @param calls in the work tree, whatever its {@code .git} comes to say
   * @param index that belongs to {@code commit}
   * @param scratch an index of the watch's own, in a folder that holds no work
   */
  SlotWatch(GitCalls calls, Path root, Path notes, Path index, Path scratch, ObjectId commit) {
    this.calls = calls.with("GIT_INDEX_FILE", scratch.toString());
    this.scratch = scratch;
    this.pointer = root.resolve(".git");
    this.head = notes.resolve("HEAD");
    this.commit = commit;
    try {
      this.index = Files.readAllBytes(index);
      this.pointed = Files.readAllBytes(pointer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.before = tree();
  }

  /** Whether the slot still stands at the commit that was checked out, by the same notes. */
  public boolean standsWhereItStood() {
    try {
      return Arrays.equals(Files.readAllBytes(pointer), pointed)
          && Files.readString(head).equals(commit.hex() + "\n");
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * What was changed in the work tree since; files that git ignores are none of it.
   *
   * @return nothing where git cannot read the work tree as a tree
   */
  public Optional<List<FileDifference>> changes() {
    try {
      return Optional.of(FileDifference.between(calls, before, tree()));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  /** The same as a patch that {@code git apply} takes. */
  public byte[] patch() {
    return calls
        .run(
            "diff-tree",
            "-p",
            "-r",
            "--binary",
            "--no-renames",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            before.hex(),
            tree().hex())
        .stdout();
  }

  private ObjectId tree() {
    try {
      Files.write(scratch, index);
      calls.run("add", "--all", "--", ".");
      return new ObjectId(calls.run("write-tree", "--missing-ok").text().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Deletion.of(scratch);
      Deletion.of(scratch.resolveSibling(scratch.getFileName() + ".lock"));
    }
  }
}
