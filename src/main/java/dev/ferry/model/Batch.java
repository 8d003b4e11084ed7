package dev.ferry.model;

import java.util.List;

/**
 * A list of moves with a common destination root, as its file has them.
 *
 * @param file the TSV file, as the user named it
 * @param rows in file order
 */
public record Batch(String file, List<BatchRow> rows) {
  public Batch {
    rows = List.copyOf(rows);
  }

  /** The file's name without its folders, as dashboards show it. */
  public String name() {
    return RepoPaths.name(file.replace('\\', '/'));
  }
}
