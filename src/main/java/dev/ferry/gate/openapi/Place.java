package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;

/**
 * Where in which file something stands.
 *
 * @param root of that file
 * @param pointer JSON pointer; empty for the root
 */
record Place(String file, DataNode root, String pointer) {
  Place at(String name) {
    return new Place(file, root, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /** The name of the member, or the index of the item, as the pointer writes it. */
  String last() {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
