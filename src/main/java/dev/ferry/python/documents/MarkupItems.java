package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings in the XML files of editors: run configurations and source folders. */
final class MarkupItems {
  private static final Pattern SETTING =
      Pattern.compile(
          "<configuration\\b|<(option|env|sourceFolder|excludeFolder)\\s+(?:name=\"([\\w-]+)\"\\s+)?(?:value|url)=\"([^\"]*)\"");

  private static final Pattern PATH =
      Pattern.compile("\"((?:file://)?\\$(?:PROJECT|MODULE)_DIR\\$/[^\"]*)\"");

  private MarkupItems() {}

  /** Whatever says of itself that it is a path from the root of the project. */
  private static void paths(String text, List<Item> items) {
    Matcher path = PATH.matcher(text);
    while (path.find()) {
      items.add(new Item(List.of("path", ""), false, 0, path.start(1), path.end(1)));
    }
  }

  static List<Item> read(String text) {
    List<Item> items = new ArrayList<>();
    Matcher setting = SETTING.matcher(text);
    int group = 0;
    while (setting.find()) {
      if (setting.group(1) == null) {
        group++;
        continue;
      }
      String name = setting.group(2) == null ? "" : setting.group(2);
      List<String> path = List.of(setting.group(1), name);
      items.add(new Item(path, false, group, setting.start(3), setting.end(3)));
    }
    if (text.contains("_DIR$/")) {
      paths(text, items);
    }
    return items;
  }
}
