package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats in which each line stands for itself. */
final class LineItems {
  private static final Pattern SHELL = Pattern.compile("\\b(?:ba|z|k|da|a)?sh\\b");

  private static final Pattern INCLUDE =
      Pattern.compile("^[ \\t]*include[ \\t]+[\"']([\\w./-]+)[\"']", Pattern.MULTILINE);

  private LineItems() {}

  /** All of it, as code; and what Cython puts in. */
  static List<Item> cython(String text) {
    List<Item> items = new ArrayList<>();
    if (!text.isEmpty()) {
      items.add(new Item(List.of("code"), false, 0, 0, text.length()));
    }
    Matcher include = text.contains("include ") ? INCLUDE.matcher(text) : null;
    while (include != null && include.find()) {
      items.add(new Item(List.of("include"), false, 1, include.start(1), include.end(1)));
    }
    return items;
  }

  /** Whole lines without their comments: Makefiles, Procfiles. */
  static List<Item> commands(String text) {
    List<Item> items = new ArrayList<>();
    for (Lines.Line line : Lines.of(text)) {
      int from = Lines.skipBlanks(text, line.start(), line.end());
      int to = Lines.beforeComment(text, from, line.end());
      if (from < to && !isRemark(text, from, to)) {
        items.add(new Item(List.of("line"), false, line.start(), from, to));
      }
    }
    return items;
  }

  /** The same of a file without an ending, where its first line says that a shell reads it. */
  static List<Item> scripts(String text) {
    int newline = text.indexOf('\n');
    boolean shell =
        text.startsWith("#!") && newline > 0 && SHELL.matcher(text.substring(0, newline)).find();
    return shell ? commands(text) : List.of();
  }

  /** A comment of a batch file, or the targets of a Makefile that are no files. */
  private static boolean isRemark(String text, int from, int to) {
    return text.regionMatches(true, from, "rem ", 0, 4)
        || text.startsWith("::", from)
        || (text.startsWith(".PHONY", from) && from < to);
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
      boolean section =
          from < to && "[^".indexOf(text.charAt(from)) >= 0 && isSection(text, from, to);
      if (from < to && text.charAt(from) != '#' && !section) {
        items.add(new Item(List.of("pattern"), false, line.start(), from, to));
      }
    }
    return items;
  }

  /** {@code [title]} and {@code ^[title]} in the owners of GitLab. */
  private static boolean isSection(String text, int from, int to) {
    return text.substring(from, to).matches("\\^?\\[[^\\]]*(?:\\].*)?");
  }

  private static int endOfWord(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) > ' ') {
      at++;
    }
    return at;
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
      int first = command.startsWith("recursive-") ? endOfWord(text, from, to) : to;
      if (from < to && !command.startsWith("#")) {
        items.add(new Item(List.of(command), false, line.start(), from, first));
      }
      int patterns = Lines.skipBlanks(text, first, to);
      if (patterns < to) {
        items.add(new Item(List.of(command, "patterns"), false, line.start(), patterns, to));
      }
    }
    return items;
  }
}
