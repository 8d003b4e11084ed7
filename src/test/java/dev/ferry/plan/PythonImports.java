package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks a real Python what it can import. */
final class PythonImports {
  private static final String PYTHON = System.getProperty("ferry.test.python", "python3");

  private PythonImports() {}

  /** The files of each directory whose modules can be imported, each in a process of its own. */
  static Map<String, Set<String>> importable(List<String> directories) throws Exception {
    return files("importable.py", directories);
  }

  /** The files of each directory that compile. */
  static Map<String, Set<String>> compiling(List<String> directories) throws Exception {
    return files("compiling.py", directories);
  }

  private static Map<String, Set<String>> files(String script, List<String> directories)
      throws Exception {
    String answer = ask(script, directories);
    Map<String, Set<String>> found = new TreeMap<>();
    for (String line : answer.lines().toList()) {
      String[] columns = line.split("\t", -1);
      found.computeIfAbsent(columns[0], key -> new TreeSet<>()).add(columns[1]);
    }
    return found;
  }

  /** What {@code seen()} answers in the module of each file of each directory, or its error. */
  static Map<String, Map<String, String>> seen(List<String> directories) throws Exception {
    Map<String, Map<String, String>> found = new TreeMap<>();
    for (String line : ask("observe.py", directories).lines().toList()) {
      String[] columns = line.split("\t", -1);
      found.computeIfAbsent(columns[0], key -> new TreeMap<>()).put(columns[1], columns[2]);
    }
    return found;
  }

  private static String ask(String script, List<String> directories) throws Exception {
    Process python =
        new ProcessBuilder(PYTHON, "src/test/resources/dev/ferry/python/" + script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread feeder =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var in = python.outputWriter(StandardCharsets.UTF_8)) {
                    in.write(String.join("\n", directories) + "\n");
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    feeder.join();
    assertThat(python.waitFor()).isZero();
    return answer;
  }
}
