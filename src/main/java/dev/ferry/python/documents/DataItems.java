package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of files that may hold anything, where they hold a key whose meaning is known: those of
 * Hydra, of Python's logging, of the objects of Kubernetes, of functions of AWS.
 */
final class DataItems {
  /** Larger files are data. */
  private static final int LARGEST = 1 << 19;

  private static final List<String> KEYS =
      List.of("_target_", "class_path", "()", "handlers", "formatters");

  private static final Marks IN_JSON =
      new Marks(KEYS.stream().map(key -> '"' + key + '"').toArray(String[]::new));

  private DataItems() {}

  static List<Item> yaml(String text) {
    if (text.length() > LARGEST) {
      return List.of();
    }
    boolean kubernetes = text.contains("apiVersion:") && text.contains("kind:");
    boolean functions = text.contains("AWS::Serverless::") || text.contains("AWS::Lambda::");
    if (!kubernetes && !functions && KEYS.stream().noneMatch(key -> isKey(key, text))) {
      return List.of();
    }
    List<Item> items = YamlItems.read(text);
    return functions ? below("aws", items) : kubernetes ? below("kubernetes", items) : items;
  }

  static List<Item> json(String text) {
    boolean read = text.length() <= LARGEST && !IN_JSON.in(text).isEmpty();
    return read ? JsonItems.read(text) : List.of();
  }

  /** Whether a colon follows the word somewhere: reports are full of {@code ()}. */
  private static boolean isKey(String word, String text) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      while (end < text.length() && "\"' \t".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (text.startsWith(":", end)) {
        return true;
      }
    }
    return false;
  }

  private static List<Item> below(String key, List<Item> items) {
    List<Item> below = new ArrayList<>();
    for (Item item : items) {
      List<String> path = new ArrayList<>(item.path());
      path.addFirst(key);
      below.add(new Item(path, item.isKey(), item.group(), item.start(), item.end()));
    }
    return below;
  }
}
