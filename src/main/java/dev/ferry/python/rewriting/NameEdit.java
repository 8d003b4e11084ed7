package dev.ferry.python.rewriting;

import java.util.List;

/**
 * The smallest replacement that turns one dotted name in a file into another.
 *
 * @param start first byte replaced
 * @param end byte after the last one replaced
 */
record NameEdit(int start, int end, String text) {
  /** A segment as it stands in the file. */
  record Segment(String name, int start, int end) {}

  static NameEdit between(List<Segment> old, String newName) {
    List<String> wanted = List.of(newName.split("\\.", -1));
    int last = 0;
    while (last < old.size() - 1
        && last < wanted.size() - 1
        && fromEnd(old, last).name().equals(wanted.get(wanted.size() - 1 - last))) {
      last++;
    }
    int first = 0;
    while (first < old.size() - last - 1
        && first < wanted.size() - last - 1
        && old.get(first).name().equals(wanted.get(first))) {
      first++;
    }
    int start = old.get(first).start();
    int end = fromEnd(old, last).end();
    return new NameEdit(start, end, String.join(".", wanted.subList(first, wanted.size() - last)));
  }

  private static Segment fromEnd(List<Segment> segments, int index) {
    return segments.get(segments.size() - 1 - index);
  }
}
