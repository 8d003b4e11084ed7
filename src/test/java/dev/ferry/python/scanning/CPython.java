package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Asks the Python on this machine what its own parser finds in files. */
final class CPython {
  private static final String PYTHON =
      Objects.requireNonNullElse(System.getProperty("ferry.test.python"), "python3");

  private CPython() {}

  /**
   * What {@code ast} finds: for each file that parses, its rows; files that do not parse are
   * absent.
   */
  static Map<Path, List<String>> facts(List<Path> files) throws IOException, InterruptedException {
    Path script = Files.createTempFile("facts_by_ast", ".py");
    Path input = Files.createTempFile("paths", ".txt");
    Path output = Files.createTempFile("facts", ".txt");
    try (var source = CPython.class.getResourceAsStream("facts_by_ast.py")) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
      Files.write(input, files.stream().map(Path::toString).toList());
      Process python =
          new ProcessBuilder(PYTHON, script.toString())
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (python.waitFor() != 0) {
        throw new IllegalStateException("python ended with " + python.exitValue());
      }
      return parse(Files.readString(output));
    } finally {
      Files.delete(script);
      Files.delete(input);
      Files.delete(output);
    }
  }

  /** The Python's own library. */
  static Path standardLibrary() throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(PYTHON, "-c", "import os; print(os.path.dirname(os.__file__))").start();
    String path = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    return Path.of(path.strip());
  }

  /** The scanner's facts in the same form. */
  static List<String> rows(Path file) {
    FileFacts facts;
    try {
      facts = PythonScanner.scan(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> rows = new ArrayList<>();
    rows.add("F\t" + file + "\t" + facts.lines());
    if (facts.marks().contains(FileFacts.Mark.BROKEN)) {
      rows.add("broken, though it parses");
    }
    for (ImportFact fact : facts.imports()) {
      rows.add(
          String.join(
              "\t",
              "I",
              fact.module(),
              String.valueOf(fact.level()),
              Objects.requireNonNullElse(fact.name(), ""),
              Objects.requireNonNullElse(fact.alias(), ""),
              String.valueOf(fact.line()),
              String.valueOf(fact.statementStart()),
              String.valueOf(fact.statementEnd()),
              String.valueOf(ImportFact.Context.bits(fact.contexts()))));
    }
    new TreeSet<>(facts.boundNames()).forEach(name -> rows.add("B\t" + name));
    return rows;
  }

  private static Map<Path, List<String>> parse(String output) {
    Map<Path, List<String>> facts = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    for (String line : output.split("\n", -1)) {
      if (line.startsWith("F\t")) {
        rows = new ArrayList<>();
        facts.put(Path.of(line.split("\t", -1)[1]), rows);
      }
      if (!line.isEmpty() && !line.startsWith("X\t")) {
        rows.add(line);
      }
    }
    return facts;
  }
}
