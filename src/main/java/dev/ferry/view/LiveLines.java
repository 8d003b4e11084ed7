package dev.ferry.view;

import java.io.PrintWriter;
import java.util.TreeMap;

/**
 * Lines at the foot of a terminal that change while others pass above them: one for each thing that
 * is under way. Safe for several threads.
 */
public final class LiveLines {
  private static final String CLEAR_LINE = "\r\033[K";
  private static final String CLEAR_LINE_ABOVE = "\033[1A\033[K";

  private final PrintWriter out;
  private final int width;
  private final Palette palette;
  private final TreeMap<Integer, String> lines = new TreeMap<>();
  private int drawn;

  /**
   * @param width of the terminal in characters; a line that wrapped could not be taken back
   */
  public LiveLines(PrintWriter out, int width, Palette palette) {
    this.out = out;
    this.width = width;
    this.palette = palette;
  }

  /**
   * Shows or changes a line.
   *
   * @param place where it stands among the others
   * @param text without control codes
   */
  public synchronized void show(int place, String text) {
    lines.put(place, text);
    repaint();
  }

  public synchronized void remove(int place) {
    if (lines.remove(place) != null) {
      repaint();
    }
  }

  /** Runs something that prints whole lines of its own; they pass above. */
  public synchronized void above(Runnable printing) {
    out.print(erased());
    out.flush();
    printing.run();
    repaint();
  }

  /** Takes all lines away. */
  public synchronized void clear() {
    lines.clear();
    repaint();
  }

  private void repaint() {
    StringBuilder painted = new StringBuilder(erased());
    String end = "";
    for (String line : lines.values()) {
      painted.append(end).append(palette.faint(fitting(line)));
      end = "\n";
      drawn++;
    }
    out.print(painted);
    out.flush();
  }

  private String erased() {
    String codes = drawn == 0 ? "" : CLEAR_LINE + CLEAR_LINE_ABOVE.repeat(drawn - 1);
    drawn = 0;
    return codes;
  }

  /** The last column stays free: some terminals go on to the next line there. */
  private String fitting(String line) {
    String text = Printable.line(line);
    int most = Math.max(width, 20) - 1;
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
