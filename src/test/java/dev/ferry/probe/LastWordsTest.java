package dev.ferry.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a log is told as a program's last words. */
final class LastWordsTest {
  @TempDir private Path folder;

  private Optional<String> last(String log) throws IOException {
    Path file = folder.resolve("log");
    Files.write(file, log.getBytes(StandardCharsets.ISO_8859_1));
    return LastWords.in(file);
  }

  @Test
  void theLastLineWithTextCounts() throws IOException {
    assertThat(last("Traceback:\n  File x\nKeyError: 'a'\n\n  \n")).hasValue("KeyError: 'a'");
    assertThat(last("one\rtwo")).hasValue("two");
  }

  @Test
  void coloursAreLeftOut() throws IOException {
    assertThat(last("\u001b[31;1m  red\u001b[0m\n")).hasValue("red");
  }

  @Test
  void aLongLineIsCutAndALongLogIsReadAtItsEnd() throws IOException {
    assertThat(last("x".repeat(100_000) + "\n" + "y".repeat(300)).orElseThrow())
        .isEqualTo("y".repeat(200) + "…");
    assertThat(last("z".repeat(9_000)).orElseThrow()).isEqualTo("z".repeat(200) + "…");
  }

  @Test
  void bytesThatAreNoTextDoNotStopIt() throws IOException {
    assertThat(last("\u00ff\u00fe end")).hasValue("\ufffd\ufffd end");
  }

  @Test
  void nothingIsSaidByNothing() throws IOException {
    assertThat(last("")).isEmpty();
    assertThat(last("\n \n")).isEmpty();
    assertThat(LastWords.in(folder.resolve("none"))).isEmpty();
  }
}
