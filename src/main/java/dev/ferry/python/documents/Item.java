package dev.ferry.python.documents;

import java.util.List;

/**
 * A piece of a file in which names may stand.
 *
 * @param path the keys, sections or instructions above it, the outermost first; for a key those
 *     above the key
 * @param isKey whether it is a key (or the name of a section) and not a value
 * @param group the same for items of one table, block or list element
 * @param start its first byte, after an opening quote
 * @param end the byte after its last one
 */
record Item(List<String> path, boolean isKey, int group, int start, int end) {
  Item {
    path = List.copyOf(path);
  }
}
