package dev.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the format of all sources where Maven runs on a Java that is too old for Spotless to read
 * them; pom.xml runs it then, and only then.
 */
final class FormatCheck {
  @Test
  void everySourceIsAsTheFormatterLeavesIt() throws IOException, FormatterException {
    Formatter formatter = new Formatter();
    List<Path> checked = new ArrayList<>();
    List<Path> unformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        checked.add(file);
        if (!formatter.formatSourceAndFixImports(source).equals(source)) {
          unformatted.add(file);
        }
      }
    }
    assertThat(checked).isNotEmpty();
    assertThat(unformatted).as("mended by: JAVA_HOME=<a JDK 25> ./mvnw spotless:apply").isEmpty();
  }
}
