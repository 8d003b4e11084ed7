import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file and looks at every byte of it: the least that any scanner does. */
public final class Look {
  public static void main(String[] arguments) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
    long start = System.nanoTime();
    int lines = 0;
    for (byte each : bytes) {
      if (each == '\n') {
        lines++;
      }
    }
    System.out.printf(
        "%d lines, %.0f MB/s%n", lines, bytes.length * 1e3 / (System.nanoTime() - start));
  }
}
