package dev.ferry.run.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of the sample monorepo, as they lie in ferry's jar. An index names them, since a jar
 * has no directories to list.
 */
final class SampleFiles {
  private static final String INDEX = "monorepo.index";

  private SampleFiles() {}

  /** Paths of the sample, in order. */
  static List<String> paths() {
    return new String(read(INDEX), StandardCharsets.UTF_8).lines().toList();
  }

  /** Writes the sample below {@code directory}, which must be there and empty. */
  static void writeTo(Path directory) throws IOException {
    for (String path : paths()) {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, read("monorepo/" + path));
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
