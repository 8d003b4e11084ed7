package dev.ferry.plan;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real Python that says how the modules of trees behave: one process for all of them. */
final class PythonBehaviour implements AutoCloseable {
  private final Process python;
  private final BufferedWriter asked;
  private final BufferedReader answered;
  private final Path scratch;
  private int number;

  PythonBehaviour(Path scratch) throws IOException {
    this.scratch = scratch;
    this.python =
        new ProcessBuilder(
                System.getProperty("ferry.test.python", "python3"),
                "src/test/resources/dev/ferry/python/behaviour.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.asked = python.outputWriter(StandardCharsets.UTF_8);
    this.answered = python.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * What each file's module shows, by {@code call s1}, {@code name f}, {@code import} and so on.
   */
  Map<String, Map<String, String>> of(MemoryTree tree) throws IOException {
    Path directory = scratch.resolve("tree" + number++);
    tree.writeTo(directory);
    asked.write(directory + "\n");
    asked.flush();
    Map<String, Map<String, String>> found = new TreeMap<>();
    for (String line = answered.readLine();
        line != null && !line.equals(".");
        line = answered.readLine()) {
      String[] columns = line.split("\t", -1);
      found.computeIfAbsent(columns[0], key -> new TreeMap<>()).put(columns[1], columns[2]);
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    asked.close();
    python.destroy();
  }
}
