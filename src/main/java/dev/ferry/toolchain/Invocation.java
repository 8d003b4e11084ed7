package dev.ferry.toolchain;

import java.util.List;

/**
 * A program to run.
 *
 * @param input for its standard input
 */
public record Invocation(List<String> argv, byte[] input) {
  public Invocation {
    argv = List.copyOf(argv);
  }
}
