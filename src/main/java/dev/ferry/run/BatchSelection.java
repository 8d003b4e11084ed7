package dev.ferry.run;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which batch files a command works on: those named on the command line, else {@code BATCH_FILE},
 * else what the configuration lists.
 *
 * @param named by the user, relative to {@code directory}
 * @param directory where ferry was started
 * @param configured paths and globs, relative to {@code configuredFrom}
 */
record BatchSelection(
    List<String> named, Path directory, List<String> configured, Path configuredFrom) {

  /** How the user named each file, and where it lies; in the order named, globs sorted. */
  Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    if (!named.isEmpty()) {
      for (String name : named) {
        files.put(name, directory.resolve(name).normalize());
      }
      return files;
    }
    for (String pattern : configured) {
      for (Path file : matching(pattern)) {
        files.put(shown(file), file);
      }
    }
    if (files.isEmpty()) {
      throw new ProblemException(Problem.of(Code.R002, String.join(", ", configured)));
    }
    return files;
  }

  private String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }

  private List<Path> matching(String pattern) {
    Path whole = configuredFrom.resolve(pattern).normalize();
    Path folder = whole.getParent();
    String glob = String.valueOf(whole.getFileName());
    boolean isGlob = glob.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    if (!isGlob) {
      return List.of(whole);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(found);
    return found;
  }
}
