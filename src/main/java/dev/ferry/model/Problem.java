package dev.ferry.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, not yet worded: a code, where it is, and what to put into the sentence.
 *
 * @param file the file concerned, or null where there is none
 * @param line line in that file from 1, or 0 where it has none
 * @param column in that line from 1, or 0 where it is not known
 * @param arguments for the message of {@code code}, in its order
 */
public record Problem(
    Code code, @Nullable String file, int line, int column, List<String> arguments) {
  public Problem {
    Objects.requireNonNull(code, "code");
    arguments = List.copyOf(arguments);
  }

  public Problem(Code code, @Nullable String file, int line, List<String> arguments) {
    this(code, file, line, 0, arguments);
  }

  public static Problem of(Code code, String... arguments) {
    return new Problem(code, null, 0, List.of(arguments));
  }

  public static Problem at(String file, int line, Code code, String... arguments) {
    return new Problem(code, file, line, List.of(arguments));
  }

  public Severity severity() {
    return code.severity();
  }
}
