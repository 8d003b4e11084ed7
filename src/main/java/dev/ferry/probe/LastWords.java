package dev.ferry.probe;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The last line that a program wrote into its log: most programs say there why they ended. */
final class LastWords {
  /** Of the log's end; a longer line is cut anyway. */
  private static final int READ = 4096;

  private static final int LONGEST = 200;

  private LastWords() {}

  /** Without colours and blanks around it; nothing where the log is empty or cannot be read. */
  static Optional<String> in(Path log) {
    byte[] end;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - READ));
      end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return new String(end, StandardCharsets.UTF_8)
        .replaceAll("\\x1b\\[[0-9;]*[A-Za-z]", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((before, last) -> last)
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }
}
