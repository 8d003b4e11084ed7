package dev.ferry.process;

import java.nio.file.Path;

/**
 * Where a program's output goes. What exceeds the limit is read and dropped, so that a flood
 * neither blocks the program nor fills memory or disk.
 */
public sealed interface OutputTarget {
  /**
   * Kept in memory, standard output and standard error apart.
   *
   * @param limit bytes kept of each stream: its first ones
   */
  record Memory(long limit) implements OutputTarget {}

  /**
   * Written to a file as it comes, both streams as one. Its parent directory must exist.
   *
   * @param limit bytes kept in all: the first half and the last half of them, because the summary
   *     of a test run stands at its end
   */
  record Log(Path file, long limit) implements OutputTarget {}
}
