package dev.ferry.run.handoff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Size, mode and times of every file below a folder. The time of the last change of the inode
 * cannot be set back by a program, so a file that was written is seen whatever its other times say.
 */
final class FileStates {
  /** Git's own is looked at by git; compiled code is not read where a prefix is set for it. */
  private static final Set<String> LEFT_OUT = Set.of(".git", "__pycache__");

  private final Map<String, String> states;

  private FileStates(Map<String, String> states) {
    this.states = states;
  }

  /** What lies below {@code top}; nothing where there is no such folder. Links are not followed. */
  static FileStates below(Path top) {
    Map<String, String> states = new HashMap<>();
    try {
      if (Files.isDirectory(top)) {
        Files.walkFileTree(top, new Noting(top, states));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileStates(states);
  }

  /** Paths that are not as they were, sorted; only those that {@code counts}. */
  List<String> differingFrom(FileStates before, Predicate<String> counts) {
    Set<String> differing = new TreeSet<>();
    states.forEach(
        (path, state) -> {
          if (!state.equals(before.states.get(path))) {
            differing.add(path);
          }
        });
    before.states.keySet().stream()
        .filter(path -> !states.containsKey(path))
        .forEach(differing::add);
    return differing.stream().filter(counts).toList();
  }

  boolean holds(String path) {
    return states.containsKey(path);
  }

  private static final class Noting extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Map<String, String> states;

    Noting(Path top, Map<String, String> states) {
      this.top = top;
      this.states = states;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return LEFT_OUT.contains(String.valueOf(directory.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Map<String, Object> known =
          Files.readAttributes(
              file, "unix:size,mode,ino,ctime,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
      states.put(top.relativize(file).toString(), new java.util.TreeMap<>(known).toString());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      // what nobody can read is told by its absence, where it could be read before
      return FileVisitResult.CONTINUE;
    }
  }
}
