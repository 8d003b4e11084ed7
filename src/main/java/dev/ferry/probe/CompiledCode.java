package dev.ferry.probe;

import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.FileToMake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories for compiled code, one a tree: a source that is switched for another of the same
 * length within the same second must not find the other's code.
 */
final class CompiledCode {
  private static final int KEPT = 6;

  private final Path all;
  private final Path shared;
  private final Environment environment;

  CompiledCode(Path belongings, Environment environment) {
    this.all = belongings.resolve("compiled");
    this.shared = belongings.resolve("compiled-shared");
    this.environment = environment;
  }

  /**
   * @param content names what the slot holds: a tree, or a tree and what was changed in it
   */
  Path of(String content) throws IOException {
    Path directory = all.resolve(content);
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      for (FileToMake file : environment.sharedCompiled(directory.toString(), shared.toString())) {
        OverlayFiles.make(file);
      }
      forgetOldest();
    }
    Files.setLastModifiedTime(directory, FileTime.fromMillis(System.currentTimeMillis()));
    return directory;
  }

  void forget(Path directory) throws IOException {
    DirectoryTree.delete(directory);
  }

  private void forgetOldest() throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> directories = Files.list(all)) {
      newestFirst =
          directories.sorted(Comparator.comparing(CompiledCode::lastUse).reversed()).toList();
    }
    for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      DirectoryTree.delete(old);
    }
  }

  private static FileTime lastUse(Path directory) {
    try {
      return Files.getLastModifiedTime(directory);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
