package dev.ferry.batch;

import java.util.Optional;

/** Dotted names and the segments of paths that must be names. */
final class Identifiers {
  private Identifiers() {}

  /**
   * Whether {@code word} is made like an identifier (Unicode UAX 31, as Python and Java have it).
   * Reserved words are the language's matter, see {@link NamingRules}.
   */
  static boolean isIdentifier(String word) {
    if (word.isEmpty()) {
      return false;
    }
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      boolean fits =
          i == 0
              ? c == '_' || Character.isUnicodeIdentifierStart(c)
              : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      if (!fits) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** The first part of a dotted name that is no identifier. */
  static Optional<String> badPartOf(String dotted) {
    for (String part : dotted.split("\\.", -1)) {
      if (!isIdentifier(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** What follows the last dot of the last segment; empty for a directory. */
  static String extension(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    return dot > slash + 1 ? path.substring(dot + 1) : "";
  }

  /** Whether the file is a module of the language whose names must be identifiers. */
  static boolean isPythonFile(String path) {
    String extension = extension(path);
    return extension.equals("py") || extension.equals("pyi");
  }

  /** A path without the extension of its last segment. */
  static String withoutExtension(String path) {
    String extension = extension(path);
    return extension.isEmpty() ? path : path.substring(0, path.length() - extension.length() - 1);
  }
}
