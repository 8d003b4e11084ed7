package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of Python that a document shows: in a fence, below a directive or in a page. What stands
 * behind prompts is no part of it.
 */
final class ShownCode {
  /** What a fence may say of code that is read as such. */
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "\\{?\\.?(?:python3?|py|ipython3?|code-cell|code-block\\}[ \\t]*python)\\b.*",
          Pattern.DOTALL);

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "\\.\\.[ \\t]+(?:code-block|code|sourcecode|testcode|ipython)::[ \\t]*(?:i?python3?)?");

  private static final Pattern PREFORMATTED =
      Pattern.compile("<pre[^>]*>(?:\\s*<code[^>]*>)?([^<]*+)");

  private final String text;
  private final List<Item> items = new ArrayList<>();

  private ShownCode(String text) {
    this.text = text;
  }

  /** Items of a kind of their own; asked only of texts that hold an import. */
  static List<Item> in(String text) {
    ShownCode code = new ShownCode(text);
    code.lines();
    Matcher page = text.contains("<pre") ? PREFORMATTED.matcher(text) : null;
    while (page != null && page.find()) {
      code.add(page.start(1), page.end(1));
    }
    return code.items;
  }

  /** Where a fence or a block begins that says of itself that it is code. */
  private void lines() {
    String fence = "";
    int from = -1;
    int next;
    for (int line = 0; line < text.length(); line = next) {
      int end = lineEnd(line);
      next = end + 1;
      int first = Lines.skipBlanks(text, line, end);
      char mark = first < end ? text.charAt(first) : ' ';
      boolean marked = mark == '`' || mark == '~';
      if (!fence.isEmpty()) {
        if (marked && text.startsWith(fence, first)) {
          add(from, line);
          fence = "";
          from = -1;
        }
      } else if (marked && text.startsWith(String.valueOf(mark).repeat(3), first)) {
        int run = endOfRun(first);
        fence = text.substring(first, run);
        boolean python = LANGUAGE.matcher(text.substring(run, end).strip()).matches();
        from = python ? Math.min(next, text.length()) : -1;
      } else if (mark == '.' && DIRECTIVE.matcher(text.substring(first, end).strip()).matches()) {
        next = endOfBlock(next, first - line);
        add(Math.min(end + 1, text.length()), next);
      }
    }
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private int endOfRun(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == text.charAt(from)) {
      at++;
    }
    return at;
  }

  /** Where the lines end that are deeper than a directive. */
  private int endOfBlock(int from, int column) {
    int end = from;
    int line = from;
    while (line < text.length()) {
      int lineEnd = lineEnd(line);
      int first = Lines.skipBlanks(text, line, lineEnd);
      boolean blank = text.substring(first, lineEnd).isBlank();
      if (!blank && first - line <= column) {
        break;
      }
      line = Math.min(lineEnd + 1, text.length());
      end = blank ? end : line;
    }
    return Math.min(end, text.length());
  }

  private void add(int from, int to) {
    String code = from < 0 ? "" : text.substring(from, to);
    if (code.contains("import ") && !code.contains(">>> ")) {
      items.add(new Item(List.of("code"), false, from, from, to));
    }
  }
}
