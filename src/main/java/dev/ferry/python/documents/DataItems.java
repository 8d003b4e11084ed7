package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of files that may hold anything, where they hold a key whose meaning is known: those of
 * Hydra, of Python's logging, of the objects of Kubernetes.
 */
final class DataItems {
  /** Larger files are data. */
  private static final int LARGEST = 1 << 19;

  private static final List<String> KEYS =
      List.of("_target_", "class_path", "()", "handlers", "formatters");

  private DataItems() {}

  static List<Item> yaml(String text) {
    boolean kubernetes = text.contains("apiVersion:") && text.contains("kind:");
    if (text.length() > LARGEST || !(kubernetes || holdsKey(text))) {
      return List.of();
    }
    List<Item> items = YamlItems.read(text);
    return kubernetes ? below("kubernetes", items) : items;
  }

  static List<Item> json(String text) {
    return text.length() <= LARGEST && holdsKey(text) ? JsonItems.read(text) : List.of();
  }

  private static boolean holdsKey(String text) {
    return KEYS.stream().anyMatch(text::contains);
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
