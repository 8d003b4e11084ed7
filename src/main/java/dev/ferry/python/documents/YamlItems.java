package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scalars of a YAML file, line by line, with the keys above them. Comments are no items; nor
 * are the expressions of workflows, but for the strings in them.
 */
final class YamlItems {
  private static final Pattern PAIR =
      Pattern.compile("[\"']?([\\w.()-]+)[\"']?:[ \\t]+[\"']?([^,{}\\[\\]\"']+)");

  /** Keys of which each element is a command of its own. */
  private static final Set<String> COMMANDS =
      Set.of(
          "script",
          "before_script",
          "after_script",
          "install",
          "before_install",
          "test_script",
          "build_script",
          "cmds",
          "commands");

  private final String text;
  private final List<Item> items = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private int group;

  /** The column of the line that began a block scalar, or -1. */
  private int block = -1;

  private record Level(int column, String key) {}

  private YamlItems(String text) {
    this.text = text;
  }

  static List<Item> read(String text) {
    YamlItems reader = new YamlItems(text);
    Lines.of(text).forEach(line -> reader.line(line.start(), line.end()));
    return reader.items;
  }

  private void line(int start, int end) {
    int from = start;
    while (from < end && text.charAt(from) == ' ') {
      from++;
    }
    if (from == end) {
      return;
    }
    int column = from - start;
    if (block >= 0 && column > block) {
      if (text.charAt(from) != '#') {
        add(from, end);
      }
      return;
    }
    block = -1;
    if (text.charAt(from) == '#' || text.startsWith("---", from)) {
      return;
    }
    int content = dashes(start, from, end);
    if (content < end) {
      entry(start, content, Lines.beforeComment(text, content, end));
    }
  }

  /** Elements of a list may begin on one line; the answer is where the innermost one begins. */
  private int dashes(int start, int from, int end) {
    int at = from;
    boolean first = true;
    while (at < end && text.charAt(at) == '-' && (at + 1 == end || text.charAt(at + 1) == ' ')) {
      int column = at - start;
      if (first) {
        levels.removeIf(level -> level.column > column);
        first = false;
      }
      group++;
      at = Lines.skipBlanks(text, at + 1, end);
    }
    return at;
  }

  private void entry(int start, int from, int end) {
    int column = from - start;
    int colon = colon(from, end);
    if (colon < 0) {
      add(from, end);
      return;
    }
    levels.removeIf(level -> level.column >= column);
    int quote = isQuote(text.charAt(from)) ? 1 : 0;
    String key = text.substring(from + quote, Math.max(from + quote, colon - quote));
    items.add(new Item(path(), true, group, from + quote, Math.max(from + quote, colon - quote)));
    levels.add(new Level(column, key));
    int value = Lines.skipBlanks(text, colon + 1, end);
    if (value < end && isBlockScalar(value, end)) {
      block = column;
    } else if (value < end && text.charAt(value) == '[' && COMMANDS.contains(key)) {
      elements(value + 1, end);
    } else {
      add(value, end);
    }
  }

  /** What stands between the commas of a list on one line. */
  private void elements(int from, int end) {
    int start = Lines.skipBlanks(text, from, end);
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean separates = quote == 0 && (c == ',' || c == ']');
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (isQuote(c) && i == start) {
        quote = c;
      } else if (separates) {
        add(start, Lines.trimEnd(text, start, i));
        start = Lines.skipBlanks(text, i + 1, end);
        i = start - 1;
      }
    }
    add(start, end);
  }

  private boolean isBlockScalar(int value, int end) {
    char c = text.charAt(value);
    return (c == '|' || c == '>')
        && text.substring(value + 1, end).chars().allMatch(x -> "+-0123456789".indexOf(x) >= 0);
  }

  /** The colon that ends a key, or -1. */
  private int colon(int from, int end) {
    char first = text.charAt(from);
    if (first == '[' || first == '{') {
      return -1;
    }
    int at = from;
    if (isQuote(first)) {
      int closing = text.indexOf(first, from + 1);
      if (closing < 0 || closing >= end) {
        return -1;
      }
      at = closing + 1;
      return at < end && text.charAt(at) == ':' ? at : -1;
    }
    for (; at < end; at++) {
      if (text.charAt(at) == ':' && (at + 1 == end || text.charAt(at + 1) == ' ')) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private List<String> path() {
    return levels.stream().map(Level::key).toList();
  }

  private void add(int from, int to) {
    int at = from;
    while (at < to) {
      int open = text.indexOf("${{", at);
      if (open < 0 || open >= to) {
        break;
      }
      plain(at, open);
      int close = text.indexOf("}}", open);
      int end = close < 0 || close > to ? to : close;
      strings(open + 3, end);
      at = Math.min(to, end + 2);
    }
    plain(at, to);
  }

  /** The values in a table on one line, besides the whole of it. */
  private void pairs(int from, int to) {
    Matcher pair = PAIR.matcher(text).region(from, to);
    while (pair.find()) {
      List<String> path = new ArrayList<>(path());
      path.add(pair.group(1));
      items.add(new Item(path, false, group, pair.start(2), pair.end(2)));
    }
  }

  private void plain(int from, int to) {
    int start = from;
    int end = to;
    if (end - start >= 2
        && isQuote(text.charAt(start))
        && text.charAt(end - 1) == text.charAt(start)) {
      start++;
      end--;
    }
    if (start < end) {
      items.add(new Item(path(), false, group, start, end));
    }
    if (start < end && text.charAt(start) == '{') {
      pairs(start, end);
    }
  }

  private void strings(int from, int to) {
    int open = text.indexOf('\'', from);
    while (open >= 0 && open < to) {
      int close = text.indexOf('\'', open + 1);
      if (close < 0 || close >= to) {
        return;
      }
      items.add(new Item(path(), false, group, open + 1, close));
      open = text.indexOf('\'', close + 1);
    }
  }
}
