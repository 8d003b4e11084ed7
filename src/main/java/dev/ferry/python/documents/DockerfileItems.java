package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The arguments of a Dockerfile's instructions. */
final class DockerfileItems {
  private static final Set<String> COPYING = Set.of("copy", "add");

  private final String text;
  private final List<Item> items = new ArrayList<>();
  private String instruction = "";
  private boolean continued;
  private int group;

  /** Where the last word of a copy begins, or -1. */
  private DockerfileItems(String text) {
    this.text = text;
  }

  static List<Item> read(String text) {
    DockerfileItems reader = new DockerfileItems(text);
    Lines.of(text).forEach(line -> reader.line(line.start(), line.end()));
    return reader.items;
  }

  private void line(int start, int end) {
    int from = Lines.skipBlanks(text, start, end);
    if (from == end || text.charAt(from) == '#') {
      return;
    }
    if (!continued) {
      int word = from;
      while (word < end && text.charAt(word) > ' ') {
        word++;
      }
      instruction = text.substring(from, word).toLowerCase(Locale.ROOT);
      from = Lines.skipBlanks(text, word, end);
      group++;
    }
    boolean fromOtherStage =
        COPYING.contains(instruction) && text.substring(from, end).contains("--from=");
    if (fromOtherStage) {
      instruction = "copy-from-stage";
    }
    continued = text.charAt(end - 1) == '\\';
    int to = continued ? Lines.trimEnd(text, from, end - 1) : end;
    if (from < to) {
      items.add(new Item(List.of(instruction), false, group, from, to));
    }
  }
}
