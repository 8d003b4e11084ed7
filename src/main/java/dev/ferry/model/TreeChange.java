package dev.ferry.model;

/**
 * One change to a tree. A list of them is applied in order: deletions of old paths first, so that
 * swaps and chains come out right.
 */
public sealed interface TreeChange {
  /** Where the change happens, as a path inside the repository. */
  String path();

  /**
   * A file gets this content, whether or not it existed.
   *
   * @param mode 100644, 100755, or 120000 where the content is the text of a symbolic link
   */
  record Write(String path, String mode, byte[] content) implements TreeChange {}

  /** An existing blob stands at a path, byte for byte: what a move without edits does. */
  record Place(String path, String mode, ObjectId id) implements TreeChange {}

  /** A file is gone. */
  record Delete(String path) implements TreeChange {}
}
