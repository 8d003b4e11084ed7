package dev.ferry.run.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleFilesTest {
  private static final Path SOURCES = Path.of("src/main/resources/dev/ferry/run/demo/monorepo");

  @Test
  void theIndexNamesEveryFileOfTheSample() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> SOURCES.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(SampleFiles.paths()).containsExactlyElementsOf(there);
    }
  }

  @Test
  void theSampleIsWrittenByteForByte(@TempDir Path directory) throws IOException {
    SampleFiles.writeTo(directory);

    for (String path : SampleFiles.paths()) {
      assertThat(directory.resolve(path)).hasSameBinaryContentAs(SOURCES.resolve(path));
    }
  }
}
