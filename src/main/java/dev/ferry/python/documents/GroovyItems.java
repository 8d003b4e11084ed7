package dev.ferry.python.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strings of a Jenkinsfile, by the step that they stand behind and the blocks around it. */
final class GroovyItems {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n"
              + "]*|/\\*.*?\\*/|'''([^'\\\\]*+(?:(?:\\\\.|'(?!''))[^'\\\\]*+)*+)'''|\"\"\"([^\"\\\\]*+(?:(?:\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+)\"\"\"|'([^'\\\\\\n"
              + "]*+(?:\\\\.[^'\\\\\\n"
              + "]*+)*+)'|\"([^\"\\\\\\n"
              + "]*+(?:\\\\.[^\"\\\\\\n"
              + "]*+)*+)\"|([A-Za-z_]\\w*)|[{}]",
          Pattern.DOTALL);

  private static final int STRINGS = 4;

  private GroovyItems() {}

  static List<Item> read(String text) {
    List<Item> items = new ArrayList<>();
    Deque<String> blocks = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(text);
    String step = "";
    int directory = -1;
    while (token.find()) {
      if (token.group(STRINGS + 1) != null) {
        step = token.group(STRINGS + 1);
      } else if (text.charAt(token.start()) == '{') {
        blocks.addLast("{" + token.start());
        if (directory >= 0) {
          // what the block is read in is said before it
          Item said = items.get(directory);
          List<String> path = new ArrayList<>(blocks);
          path.add("dir");
          items.set(directory, new Item(path, false, 0, said.start(), said.end()));
        }
        directory = -1;
        step = "";
      } else if (text.charAt(token.start()) == '}') {
        blocks.pollLast();
        directory = -1;
        step = "";
      }
      for (int group = 1; group <= STRINGS; group++) {
        if (token.group(group) != null && token.start(group) < token.end(group)) {
          List<String> path = new ArrayList<>(blocks);
          path.add(step);
          directory = step.equals("dir") ? items.size() : directory;
          items.add(new Item(path, false, 0, token.start(group), token.end(group)));
        }
      }
    }
    return items;
  }
}
