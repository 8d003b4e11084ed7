package dev.ferry.python.modules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the path of a Python file says by itself. */
public final class PythonPaths {
  private static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private PythonPaths() {}

  /** Whether this is a word of the language, so that nothing can be called so. */
  public static boolean isReserved(String word) {
    return KEYWORDS.contains(word);
  }

  /** Whether this is a source file or a stub. */
  public static boolean isSource(String path) {
    return path.endsWith(".py") || path.endsWith(".pyi");
  }

  /** Whether this is the {@code __init__} of a package. */
  public static boolean isPackageFile(String path) {
    return path.endsWith("/__init__.py") || path.endsWith("/__init__.pyi");
  }

  /** The dotted name of a file as seen from a directory, or null where its path spells none. */
  public static @Nullable String nameBelow(String directory, String path) {
    if (!directory.isEmpty() && !path.startsWith(directory + "/")) {
      return null;
    }
    int start = directory.isEmpty() ? 0 : directory.length() + 1;
    int end = path.lastIndexOf('.');
    if (isPackageFile(path)) {
      end = path.lastIndexOf('/');
    }
    return start < end && isDottedPath(path, start, end)
        ? path.substring(start, end).replace('/', '.')
        : null;
  }

  /** Whether a directory or module of this name can be imported. */
  public static boolean isIdentifier(String segment) {
    if (segment.isEmpty()
        || isReserved(segment)
        || !(segment.charAt(0) == '_' || Character.isUnicodeIdentifierStart(segment.charAt(0)))) {
      return false;
    }
    return segment.chars().allMatch(Character::isUnicodeIdentifierPart);
  }

  /** Where the path goes on below the last directory that no name can spell; 0 without one. */
  public static int startOfNames(String path) {
    int start = 0;
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      if (!isIdentifier(path.substring(from, slash))) {
        start = slash + 1;
      }
      from = slash + 1;
    }
    return start;
  }

  /** The package that a dotted name is in; empty at the top. */
  public static String parentName(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The first segment of a dotted name. */
  static String firstName(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static boolean isDottedPath(String path, int start, int end) {
    boolean first = true;
    for (int i = start; i < end; i++) {
      char c = path.charAt(i);
      if (c == '/') {
        if (first) {
          return false;
        }
        first = true;
      } else if (first) {
        if (c != '_' && !Character.isUnicodeIdentifierStart(c)) {
          return false;
        }
        first = false;
      } else if (!Character.isUnicodeIdentifierPart(c)) {
        return false;
      }
    }
    return !first && !path.substring(start, end).equals("__init__");
  }
}
