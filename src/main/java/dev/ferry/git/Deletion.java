package dev.ferry.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes folders of ferry's own with all they hold; never follows a symbolic link. */
public final class Deletion {
  private Deletion() {}

  /** Deletes whatever stands there; nothing is fine too. Folders closed to us are opened first. */
  public static void of(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(path, new Deleting());
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + path, e);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      open(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    /** A folder that cannot be listed is opened and gone through after all. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
          || Files.isReadable(file)
          || !open(file)) {
        throw why;
      }
      Files.walkFileTree(file, new Deleting());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, @org.jspecify.annotations.Nullable IOException why) throws IOException {
      if (why != null) {
        throw why;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }

    private static boolean open(Path folder) {
      java.io.File file = folder.toFile();
      boolean readable = file.canRead() || file.setReadable(true);
      boolean writable = file.canWrite() || file.setWritable(true);
      boolean enterable = file.canExecute() || file.setExecutable(true);
      return readable && writable && enterable;
    }
  }
}
