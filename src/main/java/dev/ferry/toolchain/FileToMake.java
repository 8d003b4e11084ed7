package dev.ferry.toolchain;

/** Something to put into a directory of ferry's own. Parents are made on the way. */
public sealed interface FileToMake {
  String path();

  record Directory(String path) implements FileToMake {}

  /**
   * @param text lone surrogates stand for bytes, as in paths of the repository
   */
  record Text(String path, String text, boolean executable) implements FileToMake {}

  record Link(String path, String target) implements FileToMake {}
}
