package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The worktree behind a slot, and git's notes on it in the clone. Whoever holds the slot may throw
 * away what a killed ferry left there: a lock of git's, a worktree that was being made.
 */
final class SlotWorktree {
  /** What git needs to know a worktree; all else there is left over from somebody's work. */
  private static final Set<String> NOTES = Set.of("HEAD", "commondir", "gitdir", "info");

  private static final Pattern GLOB = Pattern.compile("[\\\\*?\\[#! ]");

  private final FerryClone clone;
  private final Path root;
  private final Path index;
  private final Path leftOutList;

  /**
   * @param directory of the slot; the checkout is a folder in it
   */
  SlotWorktree(FerryClone clone, Path directory) {
    this.clone = clone;
    this.root = directory.resolve("tree");
    this.index = directory.resolve("index");
    this.leftOutList = directory.resolve("left-out");
  }

  Path root() {
    return root;
  }

  /** Calls in the checkout, with the index that no gate has touched. */
  GitCalls calls() {
    return clone
        .callsIn(root)
        .with("GIT_DIR", notes().orElseThrow().toString())
        .with("GIT_WORK_TREE", root.toString())
        .with("GIT_INDEX_FILE", index.toString());
  }

  /** Watches the checkout, which holds {@code commit} and nothing else yet. */
  SlotWatch watch(ObjectId commit) {
    GitCalls calls = calls().config("core.sparseCheckout", String.valueOf(!leftOut().isEmpty()));
    return new SlotWatch(
        calls.config("core.sparseCheckoutCone", "false"),
        root,
        notes().orElseThrow(),
        index,
        index.resolveSibling("watched-index"),
        commit);
  }

  /** Sees that the worktree exists, stands detached at the commit, and is locked by nobody. */
  void prepare(ObjectId commit) {
    if (notes().isEmpty()) {
      remake(commit);
      return;
    }
    Path notes = notes().orElseThrow();
    try {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(notes)) {
        for (Path note : all) {
          if (!NOTES.contains(note.getFileName().toString())) {
            Deletion.of(note);
          }
        }
      }
      Files.deleteIfExists(index.resolveSibling("index.lock"));
      Files.writeString(notes.resolve("HEAD"), commit.hex() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("preparing " + root, e);
    }
  }

  /** Throws the worktree away and makes it anew, without any file in it. */
  void remake(ObjectId commit) {
    try (FolderLock lock = clone.lock()) {
      Deletion.of(root);
      forgetNotes();
      Files.deleteIfExists(index);
      Files.deleteIfExists(index.resolveSibling("index.lock"));
      Files.deleteIfExists(leftOutList);
      clone
          .calls()
          .run(
              "worktree",
              "add",
              "--quiet",
              "--detach",
              "--no-checkout",
              root.toString(),
              commit.hex());
    } catch (IOException e) {
      throw new UncheckedIOException("making " + root, e);
    }
  }

  /** Gates see a copy of the index. */
  void publishIndex() {
    try {
      Files.copy(
          index, notes().orElseThrow().resolve("index"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("copying the index of " + root, e);
    }
  }

  /** The files that the checkout does without. */
  List<String> leftOut() {
    try {
      byte[] list = Files.readAllBytes(leftOutList);
      List<String> paths = new ArrayList<>();
      for (String path : new String(list, StandardCharsets.ISO_8859_1).split("\0")) {
        paths.add(RepoPaths.decode(path.getBytes(StandardCharsets.ISO_8859_1)));
      }
      return paths;
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has git do without these files, by the patterns of a sparse checkout. */
  void leaveOut(List<String> paths) {
    try {
      Path info = Files.createDirectories(notes().orElseThrow().resolve("info"));
      var patterns = new java.io.ByteArrayOutputStream();
      var list = new java.io.ByteArrayOutputStream();
      patterns.writeBytes("/*\n".getBytes(StandardCharsets.US_ASCII));
      for (String path : paths) {
        patterns.writeBytes(RepoPaths.encode("!/" + literally(path) + "\n"));
        list.writeBytes(RepoPaths.encode(path));
        list.write(0);
      }
      Files.write(info.resolve("sparse-checkout"), patterns.toByteArray());
      Files.write(leftOutList, list.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pattern that matches this path only. */
  static String literally(String path) {
    return GLOB.matcher(path).replaceAll("\\\\$0");
  }

  /** Git's notes on this worktree, where they are whole. */
  private Optional<Path> notes() {
    try {
      String pointer = Files.readString(root.resolve(".git")).strip();
      Path notes = Path.of(pointer.replaceFirst("^gitdir: ", ""));
      boolean ours = worktrees().equals(notes.getParent());
      boolean whole =
          ours
              && Files.exists(notes.resolve("HEAD"))
              && Files.exists(notes.resolve("commondir"))
              && Files.exists(notes.resolve("gitdir"))
              && !Files.exists(notes.resolve("locked"));
      return whole ? Optional.of(notes) : Optional.empty();
    } catch (IOException | InvalidPathException broken) {
      return Optional.empty();
    }
  }

  /** All notes that point here, and all that were killed before they pointed anywhere. */
  private void forgetNotes() throws IOException {
    if (!Files.isDirectory(worktrees())) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(worktrees())) {
      for (Path notes : all) {
        if (pointsHereOrNowhere(notes)) {
          Deletion.of(notes);
        }
      }
    }
  }

  private boolean pointsHereOrNowhere(Path notes) {
    try {
      return Files.readString(notes.resolve("gitdir"))
          .strip()
          .equals(root.resolve(".git").toString());
    } catch (IOException killedBefore) {
      return true;
    }
  }

  private Path worktrees() {
    return clone.directory().resolve("worktrees");
  }
}
