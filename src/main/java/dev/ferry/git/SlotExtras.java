package dev.ferry.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Brings into a slot what the project needs and git does not have. */
final class SlotExtras {
  private final Path root;
  private final Optional<Path> checkout;
  private final SlotFiles files;

  SlotExtras(Path root, Optional<Path> checkout, SlotFiles files) {
    this.root = root;
    this.checkout = checkout;
    this.files = files;
  }

  void provide() {
    if (checkout.isEmpty()) {
      return;
    }
    try {
      for (String path : files.link()) {
        Path from = checkout.get().resolve(path);
        if (Files.exists(from) && hasRoomFor(path)) {
          Files.createSymbolicLink(root.resolve(path), from);
        }
      }
      for (String path : files.copy()) {
        Path from = checkout.get().resolve(path);
        if (Files.exists(from) && hasRoomFor(path)) {
          copy(from, root.resolve(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("preparing " + root, e);
    }
  }

  /** Nothing stands there, and no link of the commit leads the way out of the slot. */
  private boolean hasRoomFor(String path) throws IOException {
    Path to = root.resolve(path);
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path parent = to.getParent();
    for (Path existing = parent; existing != null; existing = existing.getParent()) {
      if (Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
        if (!existing.toRealPath().startsWith(root.toRealPath())) {
          return false;
        }
        break;
      }
    }
    Files.createDirectories(parent);
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES,
                LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
