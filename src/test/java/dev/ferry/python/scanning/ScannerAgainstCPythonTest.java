package dev.ferry.python.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Everything that CPython's parser finds, the scanner finds, at the same bytes. */
final class ScannerAgainstCPythonTest {
  @Test
  void itFindsWhatTheParserFindsInTheWholeStandardLibrary() throws Exception {
    assertThat(compare(CPython.standardLibrary())).isGreaterThan(3000);
  }

  @Test
  void itFindsWhatTheParserFindsInTrickySources(@TempDir Path directory) throws Exception {
    for (Map.Entry<String, byte[]> source : TrickySources.all().entrySet()) {
      Files.write(directory.resolve(source.getKey() + ".py"), source.getValue());
    }
    assertThat(compare(directory)).isGreaterThan(120);
  }

  @Test
  @EnabledIfSystemProperty(
      named = "ferry.real.repository",
      matches = ".+",
      disabledReason = "names a checkout whose every file is compared")
  void itFindsWhatTheParserFindsInARealRepository() throws Exception {
    assertThat(compare(Path.of(System.getProperty("ferry.real.repository")))).isPositive();
  }

  /** Compares each file that parses; the number of imports compared. */
  private static int compare(Path directory) throws Exception {
    Map<Path, List<String>> expected = CPython.facts(pythonFiles(directory));
    int imports = 0;
    SoftAssertions differences = new SoftAssertions();
    for (Map.Entry<Path, List<String>> file : expected.entrySet()) {
      List<String> found = CPython.rows(file.getKey());
      imports += (int) found.stream().filter(row -> row.startsWith("I\t")).count();
      differences.assertThat(found).as(file.getKey().toString()).isEqualTo(file.getValue());
    }
    differences.assertAll();
    System.out.println(imports + " imports equal in " + expected.size() + " files of " + directory);
    return imports;
  }

  private static List<Path> pythonFiles(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !file.toString().contains("site-packages"))
          .filter(Files::isRegularFile)
          .forEach(files::add);
    }
    return files;
  }
}
