package dev.ferry.plan;

import dev.ferry.facts.ModuleTable;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells by a look at the bytes whether a file can name a moved module at all: whoever names it
 * spells its last segment.
 */
final class Mentions {
  /** With more names than this, reading the file costs less than looking for each. */
  private static final int MOST_NAMES = 16;

  private final List<byte[]> names;

  Mentions(ModuleTable modules, Collection<String> movedPaths) {
    Set<String> segments = new HashSet<>();
    for (String path : movedPaths) {
      String place = ReferenceIndex.placeOf(path);
      segments.add(place.substring(place.lastIndexOf('.') + 1));
      List<String> spelled = modules.namesOf(path);
      for (String name : spelled) {
        segments.add(name.substring(name.lastIndexOf('.') + 1));
      }
      if (spelled.isEmpty()) {
        segments.add(RepoPaths.name(path)); // a data file is named by its path
      }
    }
    boolean ascii = segments.stream().allMatch(name -> name.chars().allMatch(c -> c < 128));
    this.names =
        ascii && segments.size() <= MOST_NAMES
            ? segments.stream().map(name -> name.getBytes(StandardCharsets.US_ASCII)).toList()
            : List.of(new byte[0]);
  }

  boolean in(byte[] content) {
    return names.stream().anyMatch(name -> contains(content, name));
  }

  private static boolean contains(byte[] content, byte[] name) {
    if (name.length == 0) {
      return true;
    }
    byte first = name[0];
    for (int i = 0; i <= content.length - name.length; i++) {
      if (content[i] == first && matches(content, i, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] content, int at, byte[] name) {
    for (int i = 1; i < name.length; i++) {
      if (content[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
