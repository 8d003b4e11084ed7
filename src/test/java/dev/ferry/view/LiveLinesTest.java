package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveLinesTest {
  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written);
  private final LiveLines lines = new LiveLines(out, 24, Palette.plain());

  /** What a terminal shows: it knows the three codes that are used. */
  private List<String> screen() {
    List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    int column = 0;
    String text = written.toString();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\033[1A", i)) {
        row--;
        i += 3;
      } else if (text.startsWith("\033[K", i)) {
        rows.get(row).setLength(Math.min(column, rows.get(row).length()));
        i += 2;
      } else if (text.charAt(i) == '\r') {
        column = 0;
      } else if (text.charAt(i) == '\n') {
        row++;
        column = 0;
        if (row == rows.size()) {
          rows.add(new StringBuilder());
        }
      } else {
        StringBuilder line = rows.get(row);
        line.setLength(Math.max(column, line.length()));
        line.replace(column, Math.min(column + 1, line.length()), text.substring(i, i + 1));
        column++;
      }
    }
    return rows.stream().map(StringBuilder::toString).map(String::stripTrailing).toList();
  }

  @Test
  void eachPlaceHasALineAndWholeLinesPassAbove() {
    lines.show(2, "two");
    lines.show(1, "one");
    lines.above(() -> out.println("passed"));
    lines.show(2, "second");
    assertThat(screen()).containsExactly("passed", "one", "second");
    lines.remove(1);
    lines.above(() -> out.println("and this"));
    assertThat(screen()).startsWith("passed", "and this", "second");
    lines.clear();
    assertThat(screen()).startsWith("passed", "and this", "").doesNotContain("second");
  }

  @Test
  void aLineNeverWrapsNorMovesTheCursor() {
    lines.show(1, "a very long name of a module and \033[2J more");
    assertThat(screen()).containsExactly("a very long name of a …");
  }
}
