package dev.ferry.python.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The top-level names of Python's standard library, of all versions that are in use together. */
final class StandardLibrary {
  private static final Set<String> NAMES = read();

  private StandardLibrary() {}

  /** Whether the dotted name begins with a module of the standard library. */
  static boolean contains(String name) {
    int dot = name.indexOf('.');
    return NAMES.contains(dot < 0 ? name : name.substring(0, dot));
  }

  private static Set<String> read() {
    try (InputStream in = StandardLibrary.class.getResourceAsStream("standard-library.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
