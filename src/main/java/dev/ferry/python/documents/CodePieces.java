package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Python that stands in a document. */
final class CodePieces {
  private static final String INTERPRETER =
      "(?i:\\b(?:python|pypy)[\\d.]*(?:\\.exe)?|\\bpy(?=[ \\t]+-)|PYTHON\\w*)[)}%]*";

  /** Between two words of a command: blanks, or a comma or a line of a list. */
  private static final String APART =
      "(?:[ \\t]+|[\"']?[ \\t]*,\\s*[\"']?|[\"']?[ \\t]*\\r?\\n[ \\t]*-[ \\t]+[\"']?)";

  /**
   * What stands before the code that an interpreter is given, and the quote that it begins with.
   */
  private static final Pattern GIVEN =
      Pattern.compile(
          INTERPRETER
              + "[\"']?(?:"
              + APART
              + "-(?:[WX][ \\t]?\\w+|[bBdEhiIOPqsSuvx]+))*"
              + APART
              + "-[bBdEiIOPqsSuvx]*c(?:[\"']?[ \\t]*,\\s*(\\\\?[\"'])"
              + "|[\"']?[ \\t]*\\r?\\n[ \\t]*-[ \\t]+([\"']?)"
              + "|[ \\t]*(\\\\?[\"']|\\$'))");

  private static final Pattern HERE =
      Pattern.compile("<<-?[ \\t]*([\"'\\\\]?)([A-Za-z_]\\w*)[\"']?(?![\\w<])");

  /**
   * A command that reads code: an interpreter without a file, or one that writes a file of code.
   */
  private static final Pattern READS =
      Pattern.compile(
          "(?<![\\w.-])(?:python|pypy)[\\d.]*(?:[ \\t]+-\\w*)*[ \\t]*(?:$|[<>|;&)\\n\"'])"
              + "|\\$[({]?PYTHON\\w*[)}]?(?:[ \\t]+-\\w*)*[ \\t]*(?:$|[<>|;&)])"
              + "|(?:>|\\btee(?:[ \\t]+-a)?|<<-?\\S+)[ \\t]*[\"']?[\\w./${}-]+\\.py\\b"
              + "|\\bmanage\\.py[ \\t]+shell\\b");

  /** {@code @'...'@ | python}, of PowerShell. */
  private static final Pattern PIPED =
      Pattern.compile(
          "@([\"'])[ \\t]*\\r?\\n(.*?)^\\1@[ \\t]*\\|[ \\t]*[&]?[ \\t]*(?:python|py)\\b",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern SHEBANG =
      Pattern.compile("^[ \\t]+#!.*\\bpython[\\d.]*[ \\t]*\\r?$", Pattern.MULTILINE);

  private static final int LONGEST = 1 << 15;

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A piece of code.
   *
   * @param escapes whether a backslash in it may be one of the shell's
   * @param isSure whether it is run, and no example
   */
  record Piece(int start, int end, boolean escapes, boolean isSure) {}

  private CodePieces(String text) {
    this.text = text;
  }

  /** Whether there may be any; asked of each document that is rewritten. */
  static boolean mayBeIn(String text) {
    return text.contains("import ") || text.contains("-c");
  }

  /**
   * @param isCommand whether an item holds a command
   */
  static List<Piece> of(Format format, String text, List<Item> items, Predicate<Item> isCommand) {
    CodePieces found = new CodePieces(text);
    if (format == Format.CYTHON) {
      found.add(0, text.length(), false, true);
      return found.pieces;
    }
    if (format == Format.DOCUMENTATION) {
      items.stream()
          .filter(item -> item.path().getFirst().equals("code"))
          .forEach(item -> found.add(item.start(), item.end(), false, false));
      return found.pieces;
    }
    if (text.contains("init-hook") || text.contains("ython") || text.contains(".py:")) {
      found.keys(items);
    }
    if (text.contains("ython") || text.contains("PYTHON") || text.contains("pypy")) {
      found.given(items, isCommand);
      if (format.isOfCommands() && text.contains("#!")) {
        found.recipes(items);
      }
      found.hereDocuments(items, isCommand);
      found.piped();
    }
    found.pieces.sort(Comparator.comparingInt(Piece::start));
    return found.pieces;
  }

  private void add(int start, int end, boolean escapes, boolean isSure) {
    if (start < end && end - start < LONGEST) {
      pieces.add(new Piece(start, end, escapes, isSure));
    }
  }

  private void given(List<Item> items, Predicate<Item> isCommand) {
    Matcher given = GIVEN.matcher(text);
    while (given.find()) {
      if (!isIn(given.start(), items, isCommand)) {
        continue;
      }
      int group = given.group(1) != null ? 1 : given.group(2) != null ? 2 : 3;
      int start = given.end(group);
      String quote = given.group(group);
      int end = quote.isEmpty() ? endOfScalar(start) : closing(start, quote);
      if (end >= 0) {
        add(start, end, quote.equals("\""), true);
      }
    }
  }

  /** A block scalar of YAML is left alone here, other scalars end with their line. */
  private int endOfScalar(int start) {
    int newline = text.indexOf('\n', start);
    int end = newline < 0 ? text.length() : newline;
    return start < end && "|>".indexOf(text.charAt(start)) >= 0 ? -1 : end;
  }

  private int closing(int start, String quote) {
    char last = quote.charAt(quote.length() - 1);
    for (int i = start; i < text.length() && i - start < LONGEST; i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\' && i + 1 < text.length();
      if (quote.charAt(0) == '\\' && escape && text.charAt(i + 1) == last) {
        return i;
      }
      if (escape && !quote.equals("'")) {
        i++;
      } else if (c == last && quote.charAt(0) != '\\') {
        return i;
      }
    }
    return -1;
  }

  private void hereDocuments(List<Item> items, Predicate<Item> isCommand) {
    Matcher here = HERE.matcher(text);
    int searched = 0;
    while (here.find(searched)) {
      searched = here.end();
      int line = text.lastIndexOf('\n', here.start()) + 1;
      int newline = text.indexOf('\n', here.end());
      if (newline < 0) {
        return;
      }
      String command =
          text.substring(line, newline).replaceFirst("<<-?[ \\t]*[\"'\\\\]?\\w+[\"']?", "< ");
      boolean piped = command.contains("|");
      if (!READS.matcher(piped ? command : command.stripTrailing()).find()
          || !isIn(here.start(), items, isCommand)) {
        continue;
      }
      int end = terminated(newline + 1, here.group(2));
      if (end >= 0) {
        add(newline + 1, end, here.group(1).isEmpty(), true);
        searched = end;
      }
    }
  }

  /** Where the line begins that ends a here-document. */
  private int terminated(int from, String terminator) {
    int line = from;
    while (line < text.length() && line - from < LONGEST) {
      int newline = text.indexOf('\n', line);
      int end = newline < 0 ? text.length() : newline;
      if (text.substring(line, end).strip().equals(terminator)) {
        return line;
      }
      line = end + 1;
    }
    return -1;
  }

  private void piped() {
    Matcher piped = text.contains("@'") || text.contains("@\"") ? PIPED.matcher(text) : null;
    while (piped != null && piped.find()) {
      add(piped.start(2), piped.end(2), false, true);
    }
  }

  private static boolean isIn(int at, List<Item> items, Predicate<Item> isCommand) {
    for (Item item : items) {
      if (!item.isKey() && item.start() <= at && at < item.end()) {
        return isCommand.test(item);
      }
    }
    return false;
  }

  /** Values that a key says to be code: {@code shell: python}, {@code x.py: |}. */
  private void keys(List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item.isKey() || item.path().isEmpty()) {
        continue;
      }
      int last = i;
      while (last + 1 < items.size() && goesOn(items.get(last), items.get(last + 1))) {
        last++;
      }
      if (isCode(item, items)) {
        int line = text.lastIndexOf('\n', item.start()) + 1;
        boolean whole = text.substring(line, item.start()).isBlank();
        int end = items.get(last).end();
        boolean quoted =
            end - item.start() > 1
                && "\"'".indexOf(text.charAt(item.start())) >= 0
                && text.charAt(item.start()) == text.charAt(end - 1);
        int quotes = quoted ? 1 : 0;
        add(whole ? line : item.start() + quotes, end - quotes, false, true);
      }
      i = last;
    }
  }

  /** Recipes of just whose first line names an interpreter. */
  private void recipes(List<Item> items) {
    Matcher shebang = SHEBANG.matcher(text);
    while (shebang.find()) {
      int from = Math.min(text.length(), shebang.end() + 1);
      int end = from;
      int line = from;
      while (line < text.length()) {
        int newline = text.indexOf('\n', line);
        int lineEnd = newline < 0 ? text.length() : newline;
        boolean blank = text.substring(line, lineEnd).isBlank();
        if (!blank && !Character.isWhitespace(text.charAt(line))) {
          break;
        }
        line = Math.min(text.length(), lineEnd + 1);
        end = blank ? end : line;
      }
      add(from, end, false, !items.isEmpty());
    }
  }

  private boolean goesOn(Item before, Item item) {
    return !item.isKey()
        && item.group() == before.group()
        && item.path().equals(before.path())
        && text.substring(before.end(), item.start()).isBlank();
  }

  private boolean isCode(Item item, List<Item> items) {
    String key = item.path().getLast().toLowerCase(Locale.ROOT);
    if (key.endsWith(".py")) {
      return item.path().size() > 1;
    }
    if (key.equals("init-hook")) {
      return true;
    }
    boolean run = key.equals("run") || key.equals("script");
    return run && items.stream().anyMatch(other -> saysPython(other, item));
  }

  private boolean saysPython(Item other, Item item) {
    if (other.isKey() || other.group() != item.group() || other.path().isEmpty()) {
      return false;
    }
    String value = text.substring(other.start(), other.end());
    String key = other.path().getLast();
    return (key.equals("shell") && value.matches("python[\\d.]*(?:\\s+\\{0\\})?"))
        || (key.equals("task") && value.startsWith("PythonScript@"));
  }
}
