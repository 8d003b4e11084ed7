package dev.ferry.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Columns of equal width. Where a line would not fit the terminal its last cell is cut; in a pipe
 * nothing is.
 */
final class Table {
  private static final String GAP = "  ";
  private static final int LEAST = 12;

  private final int width;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * @param width in characters; 0 for unbounded lines
   */
  Table(int width) {
    this.width = width;
  }

  /**
   * @param text already printable
   * @param colour put on after the text was fitted
   */
  record Cell(String text, UnaryOperator<String> colour) {
    static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  void row(Cell... cells) {
    rows.add(List.of(cells));
  }

  /** Every row with its line end. Columns in which no row has a text are left out. */
  String render() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(row.get(i).text()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<Cell> row : rows) {
      out.append(line(row, widths)).append('\n');
    }
    return out.toString();
  }

  private String line(List<Cell> row, int[] widths) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    int pending = 0; // blanks that are owed before the next text, so that no line ends in blanks
    for (int i = 0; i < row.size(); i++) {
      if (widths[i] == 0) {
        continue;
      }
      boolean last = i == row.size() - 1;
      String text = row.get(i).text();
      if (last && width > 0) {
        text = Wrapped.keepStart(Math.max(LEAST, width - used), text);
      }
      if (!text.isEmpty()) {
        out.append(" ".repeat(pending)).append(row.get(i).colour().apply(text));
        pending = 0;
      }
      pending += widths[i] - length(text) + GAP.length();
      used += widths[i] + GAP.length();
    }
    return out.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
