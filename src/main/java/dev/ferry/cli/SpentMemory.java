package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.Optional;

/** Words for an end by lack of memory, whichever thread met it. */
final class SpentMemory {
  private static final int MEGABYTE = 1 << 20;

  private SpentMemory() {}

  /** The lack of memory behind an exception: a worker's error arrives wrapped. */
  static Optional<OutOfMemoryError> causeOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError spent) {
        return Optional.of(spent);
      }
    }
    return Optional.empty();
  }

  /**
   * @param limit of the heap, in bytes
   */
  static Problem problem(OutOfMemoryError spent, long limit) {
    String why = String.valueOf(spent.getMessage());
    if (why.contains("native") || why.contains("Metaspace")) {
      return Problem.of(Code.E091, why);
    }
    long megabytes = (limit + MEGABYTE - 1) / MEGABYTE;
    return Problem.of(Code.E090, megabytes + " MB", 2 * megabytes + "m");
  }
}
