package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strings of a BUILD file, by the attribute or function that they stand behind. */
final class BazelItems {
  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n"
              + "]*|(\"\"\".*?\"\"\"|'''.*?''')|\"((?:[^\"\\\\\\n"
              + "]|\\\\.)*)\"|'((?:[^'\\\\\\n"
              + "]|\\\\.)*)'|([A-Za-z_]\\w*)\\s*(?==[^=]|\\()",
          Pattern.DOTALL);

  private BazelItems() {}

  static List<Item> read(String text) {
    List<Item> items = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    String attribute = "";
    while (token.find()) {
      if (token.group(4) != null) {
        attribute = token.group(4);
      }
      int group = token.group(2) != null ? 2 : 3;
      if (token.group(group) != null && token.start(group) < token.end(group)) {
        items.add(new Item(List.of(attribute), false, 0, token.start(group), token.end(group)));
      }
    }
    return items;
  }
}
