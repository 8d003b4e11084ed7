package dev.ferry.python.documents;

import java.util.List;
import java.util.Set;

/**
 * What documents show to be typed into shells: the lines between fences of Markdown, where they may
 * change directories.
 */
final class ShellFences {
  /** The languages of such a block; many have none. */
  private static final Set<String> LANGUAGES =
      Set.of("", "bash", "sh", "shell", "console", "zsh", "terminal");

  private ShellFences() {}

  static void read(String text, List<Item> items) {
    int from = -1;
    String fence = "";
    for (int line = 0; line < text.length(); line = lineEnd(text, line) + 1) {
      int marker = Lines.skipBlanks(text, line, text.length());
      if (from < 0 && (text.startsWith("```", marker) || text.startsWith("~~~", marker))) {
        int run = endOfRun(text, marker);
        fence = text.substring(marker, run);
        from = isOfShell(text, run) ? lineEnd(text, run) + 1 : text.length();
      } else if (from >= 0 && text.startsWith(fence, marker)) {
        add(text, from, line, items);
        from = -1;
      }
    }
    add(text, from, text.length(), items);
  }

  /** The first word behind the fence tells; titles and numbers of lines may follow. */
  private static boolean isOfShell(String text, int run) {
    String behind = text.substring(run, lineEnd(text, run)).strip();
    return LANGUAGES.contains(behind.split("\\s", 2)[0]);
  }

  private static void add(String text, int from, int to, List<Item> items) {
    int change = from < 0 ? -1 : text.indexOf("cd ", from);
    if (change >= 0 && change < to) {
      items.add(new Item(List.of("shell"), false, from, from, to));
    }
  }

  private static int endOfRun(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == text.charAt(from)) {
      at++;
    }
    return at;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
