package dev.ferry.python.documents;

import java.util.List;

/** Takes files of one format apart. Without state. */
@FunctionalInterface
interface ItemReader {
  /**
   * The items of a file, in its order; none where it is not of the format.
   *
   * @param text the file's bytes, one character each
   */
  List<Item> read(String text);
}
