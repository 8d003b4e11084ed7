package dev.ferry.probe;

import dev.ferry.model.RepoPaths;
import dev.ferry.toolchain.FileToMake;
import dev.ferry.toolchain.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Puts an overlay environment on disk; leaves it alone where it stands already. */
final class OverlayFiles {
  private static final String DONE = "ferry.layout";

  private OverlayFiles() {}

  static void make(Path directory, Overlay overlay) {
    String layout = overlay.files().toString();
    Path done = directory.resolve(DONE);
    try {
      byte[] wanted = layout.getBytes(StandardCharsets.UTF_16);
      if (Files.isRegularFile(done) && java.util.Arrays.equals(Files.readAllBytes(done), wanted)) {
        return;
      }
      DirectoryTree.delete(directory);
      for (FileToMake file : overlay.files()) {
        make(file);
      }
      // written last: an overlay that was cut off is made again
      Files.write(done, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void make(FileToMake file) throws IOException {
    Path path = Path.of(file.path());
    Files.createDirectories(path.getParent());
    switch (file) {
      case FileToMake.Directory directory -> Files.createDirectories(path);
      case FileToMake.Link(String at, String target) ->
          Files.createSymbolicLink(path, Path.of(target));
      case FileToMake.Text(String at, String text, boolean executable) -> {
        Files.write(path, RepoPaths.encode(text));
        if (executable) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }
}
