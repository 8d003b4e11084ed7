package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cells of a fault matrix held and which broke. With {@code -Dferry.faults.log=FILE} they
 * stand in a file as they come, and those that held there are not tried again.
 */
final class FaultLog {
  private static final String HELD = "held    ";
  private static final String BROKE = "broke   ";

  private final List<String> broken = new ArrayList<>();
  private int held;

  /** Tries a cell unless it is known to hold. */
  void attempt(String cell, Cell trial) throws Exception {
    if (known().contains(HELD + cell)) {
      held++;
      return;
    }
    try {
      trial.run();
      held++;
      write(HELD + cell);
    } catch (AssertionError e) {
      broken.add(cell + "\n" + e.getMessage());
      write(BROKE + cell + "\n    " + String.valueOf(e.getMessage()).replace("\n", "\n    "));
    }
  }

  /** One try. */
  interface Cell {
    void run() throws Exception;
  }

  int held() {
    return held;
  }

  /** Each with what was found. */
  List<String> broken() {
    return broken;
  }

  private static List<String> known() throws IOException {
    String file = System.getProperty("ferry.faults.log");
    return file != null && Files.exists(Path.of(file))
        ? Files.readAllLines(Path.of(file))
        : List.of();
  }

  private static void write(String line) throws IOException {
    String file = System.getProperty("ferry.faults.log");
    if (file != null) {
      Files.writeString(
          Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
