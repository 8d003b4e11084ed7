package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust a reader, each read by a program of its own whose memory is measured. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the peak of memory is read from /proc")
final class HostileFileTest {
  private static final long MOST_KILOBYTES = 512 << 10;

  @TempDir Path folder;

  /** How reading ended. */
  private record Ending(String says, long peakKilobytes) {}

  @Test
  void aMillionRowsAreRead() throws Exception {
    Path file = folder.resolve("million.tsv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 1_000_000; i++) {
        out.write(
            "labs.m%06d\tlabs/part/m%06d.py\tcore/m%06d.py\n"
                .formatted(i, i, i)
                .getBytes(StandardCharsets.US_ASCII));
      }
    }

    assertEnding(file, "rows 1000000 errors 0");
  }

  @Test
  void aMillionRowsThatAreAllWrongAreCounted() throws Exception {
    Path file = folder.resolve("wrong.tsv");
    Files.writeString(file, "a.b\t../x\tcore/x\n".repeat(1_000_000));

    assertEnding(file, "rows 0 errors 1000000");
  }

  @Test
  void aMillionEqualRowsAreCounted() throws Exception {
    Path file = folder.resolve("equal.tsv");
    Files.writeString(file, "a.b\ta/b.py\tcore/b.py\n".repeat(1_000_000));

    assertEnding(file, "rows 1000000 errors 999999");
  }

  @Test
  void aHundredMegabytesWithoutALineEndAreRefused() throws Exception {
    assertEnding(filled("long.tsv", (byte) 'x'), "rows 0 errors 1 B003");
  }

  @Test
  void aHundredMegabytesOfNulAreRefused() throws Exception {
    assertEnding(filled("nul.tsv", (byte) 0), "rows 0 errors 1 B003");
  }

  @Test
  void aHundredMegabytesOfLineEndsAreRefused() throws Exception {
    assertEnding(filled("lines.tsv", (byte) '\n'), "rows 0 errors 1 B003");
  }

  @Test
  void aStreamThatNeverEndsIsLeft() throws Exception {
    assertEnding(Path.of("/dev/zero"), "rows 0 errors 1 B003");
  }

  private Path filled(String name, byte with) throws IOException {
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, with);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
    }
    return file;
  }

  private static void assertEnding(Path file, String says) throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsOnce.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String[] parts = out.strip().split("; ");
    Ending ending = new Ending(parts[0], Long.parseLong(parts[parts.length - 1]));
    assertThat(ending.says()).startsWith(says);
    assertThat(ending.peakKilobytes()).isLessThan(MOST_KILOBYTES);
  }

  /** Run as a program of its own. */
  static final class ReadsOnce {
    private ReadsOnce() {}

    public static void main(String[] arguments) throws IOException {
      BatchesReading reading = BatchesReading.of(Map.of("hostile.tsv", Path.of(arguments[0])));
      String first =
          reading.findings().shown().isEmpty()
              ? ""
              : reading.findings().shown().get(0).code().name();
      String peak =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .findFirst()
              .orElseThrow()
              .replaceAll("\\D", "");
      System.out.println(
          "rows %d errors %d %s; %s"
              .formatted(
                  reading.batches().get(0).rows().size(),
                  reading.findings().errors(),
                  first,
                  peak));
    }
  }
}
