package dev.ferry.run.gc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** How large a file or folder is, and when something in it was last written. */
final class Sizes extends SimpleFileVisitor<Path> {
  private long bytes;
  private Instant newest = Instant.EPOCH;

  private Sizes() {}

  /** What was found. */
  record Size(long bytes, Instant newest) {}

  /** Symbolic links are not followed; what vanishes meanwhile does not count. */
  static Size of(Path path) {
    Sizes sizes = new Sizes();
    try {
      Files.walkFileTree(path, sizes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Size(sizes.bytes, sizes.newest);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.size();
    Instant written = attributes.lastModifiedTime().toInstant();
    newest = written.isAfter(newest) ? written : newest;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Instant written = attributes.lastModifiedTime().toInstant();
    newest = written.isAfter(newest) ? written : newest;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException gone) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException why) {
    return FileVisitResult.CONTINUE;
  }
}
