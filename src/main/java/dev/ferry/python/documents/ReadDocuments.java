package dev.ferry.python.documents;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of the documents that were read last: the moves of a batch meet the same ones again and
 * again. Safe for several threads.
 */
final class ReadDocuments {
  /** Characters of all texts together: items take several times as much. */
  private static final int MOST = 4 << 20;

  private static final int LONGEST = 1 << 17;

  /** What a document holds, as long as its text is this one. */
  private record Known(String text, List<Item> items) {}

  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private int held;

  /** The items of a file; a long one is read each time. */
  List<Item> items(Format format, String path, String text) {
    if (text.length() > LONGEST) {
      return format.reader().read(text);
    }
    Known before = find(path);
    if (before != null && before.text.equals(text)) {
      return before.items;
    }
    List<Item> items = List.copyOf(format.reader().read(text));
    keep(path, new Known(text, items));
    return items;
  }

  private synchronized @Nullable Known find(String path) {
    return known.get(path);
  }

  private synchronized void keep(String path, Known document) {
    Known before = known.put(path, document);
    held += document.text.length() - (before == null ? 0 : before.text.length());
    Iterator<Known> eldest = known.values().iterator();
    while (held > MOST) {
      held -= eldest.next().text.length();
      eldest.remove();
    }
  }

  /** How many documents are kept. */
  synchronized int size() {
    return known.size();
  }
}
