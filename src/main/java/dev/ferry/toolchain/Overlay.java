package dev.ferry.toolchain;

import java.util.List;
import java.util.Map;

/**
 * An environment to be made.
 *
 * @param files in the order in which to make them
 * @param programs directory that goes first in PATH
 * @param interpreter absolute path inside it
 * @param variables that programs in it need
 */
public record Overlay(
    List<FileToMake> files, String programs, String interpreter, Map<String, String> variables) {
  public Overlay {
    files = List.copyOf(files);
    variables = Map.copyOf(variables);
  }
}
