package dev.ferry.python.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of the documents that were read last: the moves of a batch meet the same ones again and
 * again. Safe for several threads.
 */
final class ReadDocuments {
  private static final int MOST = 256;
  private static final int LONGEST = 1 << 17;

  /** What a document holds, as long as its text is this one. */
  private record Known(String text, List<Item> items) {}

  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  /** The items of a file; a long one is read each time. */
  List<Item> items(Format format, String path, String text) {
    if (text.length() > LONGEST) {
      return format.reader().read(text);
    }
    synchronized (known) {
      Known before = known.get(path);
      if (before != null && before.text.equals(text)) {
        return before.items;
      }
    }
    List<Item> items = List.copyOf(format.reader().read(text));
    synchronized (known) {
      known.put(path, new Known(text, items));
    }
    return items;
  }
}
