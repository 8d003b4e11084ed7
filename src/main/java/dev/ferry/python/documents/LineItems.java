package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;

/** Formats in which each line stands for itself. */
final class LineItems {
  private LineItems() {}

  /** Whole lines without their comments: Makefiles, Procfiles. */
  static List<Item> commands(String text) {
    List<Item> items = new ArrayList<>();
    for (Lines.Line line : Lines.of(text)) {
      int from = Lines.skipBlanks(text, line.start(), line.end());
      int to = Lines.beforeComment(text, from, line.end());
      if (from < to) {
        items.add(new Item(List.of("line"), false, line.start(), from, to));
      }
    }
    return items;
  }

  /** The pattern that each line begins with: CODEOWNERS, ignore files, gitattributes. */
  static List<Item> patterns(String text) {
    List<Item> items = new ArrayList<>();
    for (Lines.Line line : Lines.of(text)) {
      int from = Lines.skipBlanks(text, line.start(), line.end());
      int to = from;
      while (to < line.end() && text.charAt(to) > ' ') {
        to++;
      }
      if (from < to && text.charAt(from) != '#') {
        items.add(new Item(List.of("pattern"), false, line.start(), from, to));
      }
    }
    return items;
  }

  /** The arguments of each line behind the word that it begins with: MANIFEST.in. */
  static List<Item> arguments(String text) {
    List<Item> items = new ArrayList<>();
    for (Lines.Line line : Lines.of(text)) {
      int word = Lines.skipBlanks(text, line.start(), line.end());
      int from = word;
      while (from < line.end() && text.charAt(from) > ' ') {
        from++;
      }
      String command = text.substring(word, from);
      int to = Lines.beforeComment(text, from, line.end());
      from = Lines.skipBlanks(text, from, to);
      if (from < to && !command.startsWith("#")) {
        items.add(new Item(List.of(command), false, line.start(), from, to));
      }
    }
    return items;
  }
}
