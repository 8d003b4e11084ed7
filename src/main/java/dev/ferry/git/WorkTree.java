package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's checkout as it is now, uncommitted work included. Only read here; {@link
 * WorkTreeWriter} writes, and only for {@code ferry move --write}.
 */
public final class WorkTree {
  private static final int FIELDS_OF_A_CHANGED_ENTRY = 9;
  private static final int FIELDS_OF_AN_UNMERGED_ENTRY = 11;

  private final Repository repository;
  private final Path root;

  private WorkTree(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /** The checkout; nothing for a bare repository. */
  public static Optional<WorkTree> of(Repository repository) {
    return repository.workTree().map(root -> new WorkTree(repository, root));
  }

  /**
   * What differs from HEAD: files that were edited, added, deleted, or are not tracked yet and not
   * ignored. Contents are the bytes on disk, whatever line ends or filters git would apply.
   */
  public List<TreeChange> changesSinceHead() {
    byte[] status =
        repository
            .calls()
            .run(
                "status",
                "--porcelain=v2",
                "-z",
                "--untracked-files=all",
                "--ignore-submodules=all",
                "--no-renames")
            .stdout();
    List<TreeChange> changes = new ArrayList<>();
    for (String path : paths(status)) {
      if (isNameable(path)) {
        changes.add(asOnDisk(path));
      }
    }
    return changes;
  }

  /** A regular file's bytes on disk, or nothing where there is no such file. */
  public Optional<byte[]> read(String path) {
    Path file = fileOf(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Undoes what a ferry that was killed while it wrote a checkout left half done.
   *
   * @return what was done, to be told
   */
  public static List<Problem> mend(Repository repository) {
    return CheckoutJournal.mend(journals(repository));
  }

  private static Path journals(Repository repository) {
    return repository.ferryDirectory().resolve("writing");
  }

  /** Where writings of this checkout note what they are about to do. */
  Path journals() {
    return journals(repository);
  }

  Path root() {
    return root;
  }

  GitCalls calls() {
    return repository.calls();
  }

  /** Where a path of the tree lies on disk. */
  Path fileOf(String path) {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      throw new ProblemException(Problem.of(Code.M080, path));
    }
  }

  /** Whether Java can open a file of this name: not where the locale has no such characters. */
  private boolean isNameable(String path) {
    try {
      Path unused = root.resolve(path);
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<String> paths(byte[] status) {
    List<String> paths = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < status.length; i++) {
      if (status[i] == 0) {
        path(status, start, i).filter(path -> !path.endsWith("/")).ifPresent(paths::add);
        start = i + 1;
      }
    }
    return paths;
  }

  /** The path of one record; submodules have none for us. */
  private static Optional<String> path(byte[] status, int start, int end) {
    String head = new String(status, start, Math.min(2, end - start), StandardCharsets.US_ASCII);
    return switch (head) {
      case "? " -> Optional.of(decode(status, start + 2, end));
      case "1 " -> field(status, start, end, FIELDS_OF_A_CHANGED_ENTRY);
      case "u " -> field(status, start, end, FIELDS_OF_AN_UNMERGED_ENTRY);
      default -> Optional.empty();
    };
  }

  /** The last of {@code count} fields, which may hold blanks; nothing for a submodule. */
  private static Optional<String> field(byte[] status, int start, int end, int count) {
    int at = start;
    for (int skipped = 1; skipped < count; skipped++) {
      while (at < end && status[at] != ' ') {
        at++;
      }
      at++;
      boolean isSubmoduleField = skipped == 2;
      if (isSubmoduleField && status[at] == 'S') {
        return Optional.empty();
      }
    }
    return Optional.of(decode(status, at, end));
  }

  private static String decode(byte[] bytes, int start, int end) {
    return RepoPaths.decode(java.util.Arrays.copyOfRange(bytes, start, end));
  }

  private TreeChange asOnDisk(String path) {
    Path file = fileOf(path);
    try {
      if (Files.isSymbolicLink(file)) {
        byte[] target = RepoPaths.encode(Files.readSymbolicLink(file).toString());
        return new TreeChange.Write(path, "120000", target);
      }
      if (!Files.isRegularFile(file)) {
        return new TreeChange.Delete(path);
      }
      String mode = Files.isExecutable(file) ? "100755" : "100644";
      return new TreeChange.Write(path, mode, Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ProblemException unreadable(String path, IOException e) {
    return new ProblemException(Problem.at(path, 0, Code.G030, String.valueOf(e.getMessage())));
  }
}
